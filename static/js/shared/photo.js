// @ts-check
/** A photo made small on the phone: drawn anew, so that place, camera and all else that hangs on it stay behind. */

const LONGEST = 1_280; // pixels: a page of a cash book can be read (`app/files/jpeg.py` takes no more)
const LARGEST = 200 * 1024;
const SIDES = [LONGEST, 960, 720, 480];
const QUALITIES = [0.82, 0.7, 0.55, 0.4]; // the first that is small enough is taken; most photos are with the first

/** @param {Blob} file @returns {Promise<Blob>} rejects for what is no picture */
export async function small(file) {
  const picture = await drawn(file);
  for (const side of SIDES) {
    const canvas = onCanvas(picture, side);
    for (const quality of QUALITIES) {
      const blob = await new Promise((/** @type {(blob: Blob | null) => void} */ done) => canvas.toBlob(done, 'image/jpeg', quality));
      if (blob && blob.size <= LARGEST) return blob;
    }
  }
  throw new Error('no picture');
}

/** @param {ImageBitmap | HTMLImageElement} picture @param {number} longest */
function onCanvas(picture, longest) {
  const part = Math.min(1, longest / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * part));
  canvas.height = Math.max(1, Math.round(picture.height * part));
  const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  pen.fillStyle = '#fff'; // a JPEG knows no empty places
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas;
}

/** @param {Blob} file @returns {Promise<ImageBitmap | HTMLImageElement>} */
async function drawn(file) {
  try {
    return await createImageBitmap(file, { imageOrientation: 'from-image' });
  } catch { // older browsers do not know the option
    const image = new Image();
    image.src = await address(file);
    await image.decode();
    return image;
  }
}

/** A picture as an address that our pages may show. @param {Blob} blob @returns {Promise<string>} */
export const address = (blob) =>
  new Promise((done, fail) => {
    const reader = new FileReader();
    reader.onload = () => done(String(reader.result));
    reader.onerror = () => fail(reader.error);
    reader.readAsDataURL(blob);
  });
