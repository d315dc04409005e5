// @ts-check
/** Words that could not be kept by the server stay readable on the phone and can be taken along. */
import { useRef, useState } from 'preact/hooks';
import { _ } from '../i18n.js';

/** @param {{text: string, onAway?: () => void}} props */
export function Copy({ text, onAway }) {
  const words = useRef(/** @type {HTMLParagraphElement | null} */ (null));
  const [done, setDone] = useState('');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text); // only there over https
      setDone(_('Copied'));
    } catch {
      const range = document.createRange();
      range.selectNodeContents(/** @type {HTMLElement} */ (words.current));
      const selection = getSelection();
      selection?.removeAllRanges();
      selection?.addRange(range);
      setDone(document.execCommand('copy') ? _('Copied') : _('Marked. Now choose Copy.'));
    }
  };
  return (
    <div class="kept-box">
      <p class="kept" ref={words}>{text}</p>
      <div class="row wrap">
        <button type="button" class="btn btn-line" onClick={copy}>{_('Copy')}</button>
        {onAway ? <button type="button" class="btn btn-quiet" onClick={onAway}>{_('Put away')}</button> : null}
        <span class="small" role="status">{done}</span>
      </div>
    </div>
  );
}
