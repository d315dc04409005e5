// @ts-check
/** A name for something this phone sends, unique without asking anybody.
 * Not `crypto.randomUUID`: pages served over plain http in a hall do not have it. */
export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
