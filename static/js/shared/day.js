// @ts-check
/** A day as people say it. @param {string} iso */
export const day = (iso) => new Date(iso).toLocaleDateString(document.documentElement.lang || 'en', { day: 'numeric', month: 'long', year: 'numeric' });
