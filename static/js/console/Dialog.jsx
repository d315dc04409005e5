// @ts-check
/** A sheet over the page: from below on a phone, in the middle on a laptop. The browser keeps the focus inside. */
import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '../shared/Icon.jsx';
import { _ } from '../i18n.js';

/** @param {{title: import('preact').ComponentChildren, onClose: () => void, children?: import('preact').ComponentChildren}} props */
export function Dialog({ title, onClose, children }) {
  const box = useRef(/** @type {HTMLDialogElement|null} */ (null));
  useEffect(() => {
    const dialog = box.current;
    const from = /** @type {HTMLElement|null} */ (document.activeElement);
    dialog?.showModal();
    return () => {
      dialog?.close();
      from?.focus?.();
    };
  }, []);
  return (
    <dialog
      class="drawer"
      ref={box}
      aria-labelledby="drawer-title"
      onCancel={(event) => { event.preventDefault(); onClose(); }}
      onClick={(event) => { if (event.target === box.current) onClose(); }}
    >
      <div class="drawer-in">
        <div class="row apart">
          <h2 id="drawer-title">{title}</h2>
          <button type="button" class="btn btn-quiet" onClick={onClose}><Icon name="not" />{_('Close')}</button>
        </div>
        {children}
      </div>
    </dialog>
  );
}
