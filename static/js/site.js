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
