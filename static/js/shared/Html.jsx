// @ts-check
/** HTML of a course. The server sanitised it when it was published; nothing else may be put in here. */

/** @param {{html: string | null | undefined, as?: any, class?: string, id?: string, lang?: string}} props */
export function Html({ html, as: Tag = 'div', class: more = '', id, lang }) {
  if (!html) return null;
  return <Tag id={id} lang={lang} class={Tag === 'span' ? more || undefined : `html ${more}`.trim()} dangerouslySetInnerHTML={{ __html: html }} />;
}

/** The words alone, for labels and announcements. @param {string | null | undefined} html */
export function plain(html) {
  const holder = document.createElement('template'); // its content is inert: no image is asked for
  holder.innerHTML = html || '';
  return (holder.content.textContent || '').replace(/\s+/g, ' ').trim();
}
