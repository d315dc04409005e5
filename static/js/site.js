// @ts-check
// The little life that server-rendered pages have; each of them works without it.

for (const button of document.querySelectorAll('[data-print]')) {
  button.removeAttribute('hidden'); // without scripts the page says where the browser keeps its own
  button.addEventListener('click', () => window.print());
}

for (const button of document.querySelectorAll('[data-choose-all]')) {
  button.removeAttribute('hidden');
  button.addEventListener('click', () => {
    const boxes = /** @type {NodeListOf<HTMLInputElement>} */ (button.closest('form')?.querySelectorAll('[type=checkbox]'));
    const all = [...boxes].every((box) => box.checked);
    for (const box of boxes) box.checked = !all;
  });
}

// A finger that taps twice on a slow line sends a form once. After ten seconds it may be sent again: the line may have broken.
for (const form of document.querySelectorAll('form[method=post]')) {
  let sentAt = 0;
  form.addEventListener('submit', (event) => {
    if (Date.now() - sentAt < 10_000) event.preventDefault();
    else sentAt = Date.now();
  });
}

// How far one has read a day of a course. It stays on this phone: nobody is told, and nothing depends on it.
const READ_SECONDS = 1.5; // what one scrolls past faster than this was not read

/** @param {string} day @returns {string[]} the parts of this day that were read */
function partsRead(day) {
  try {
    return JSON.parse(localStorage.getItem(`read:${day}`) ?? '[]');
  } catch {
    return []; // storage is shut off or holds something else: then nothing was read
  }
}

function showRead() {
  for (const kara of document.querySelectorAll('[data-read-kara]')) {
    const read = partsRead(/** @type {HTMLElement} */ (kara).dataset.readKara ?? '');
    for (const part of kara.querySelectorAll('[data-part]')) {
      const done = read.includes(part.getAttribute('data-part') ?? '');
      part.setAttribute('class', done ? 'done' : 'plan');
    }
  }
  for (const line of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-read-count]'))) {
    const { readCount = '', words = '', of = '0' } = line.dataset;
    const count = partsRead(readCount).length;
    line.hidden = count === 0;
    line.textContent = words.replace('{n}', `${count}`).replace('{of}', of);
  }
}

const day = /** @type {HTMLElement | null} */ (document.querySelector('[data-part-end]') && document.querySelector('[data-read-kara]'));
if (day && 'IntersectionObserver' in window) {
  const waiting = new Map();
  const observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      clearTimeout(waiting.get(target));
      if (isIntersecting) waiting.set(target, setTimeout(() => keepRead(/** @type {HTMLElement} */ (target)), READ_SECONDS * 1000));
    }
  });
  /** @param {HTMLElement} end the end of a part, which was on the screen for a while */
  const keepRead = (end) => {
    observer.unobserve(end);
    const name = day.dataset.readKara ?? '';
    const read = new Set(partsRead(name)).add(end.dataset.partEnd ?? '');
    try {
      localStorage.setItem(`read:${name}`, JSON.stringify([...read]));
    } catch {
      return; // no room or not allowed: reading goes on without a count
    }
    showRead();
  };
  for (const end of document.querySelectorAll('[data-part-end]')) observer.observe(end);
}
showRead();
