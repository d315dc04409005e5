// @ts-check
/** Who writes where: known from what arrives, forgotten after a few quiet seconds. */

const FRESH = 4_000; // ms: somebody who writes is heard once a second; longer pauses are thinking

/** @param {() => void} changed */
export function openWriters(changed) {
  /** field → person → the end of "is writing" @type {Map<string, Map<number, ReturnType<typeof setTimeout>>>} */
  const fields = new Map();
  return {
    /** @param {string} key @param {number} person */
    seen(key, person) {
      const here = fields.get(key) ?? new Map();
      fields.set(key, here);
      const isNew = !here.has(person);
      clearTimeout(here.get(person));
      const forget = setTimeout(() => {
        here.delete(person);
        changed();
      }, FRESH);
      here.set(person, forget);
      if (isNew) changed();
    },
    /** @param {string} key @returns {number[]} */
    at: (key) => [...(fields.get(key)?.keys() ?? [])],
    close() {
      for (const here of fields.values()) for (const forget of here.values()) clearTimeout(forget);
      fields.clear();
    },
  };
}
