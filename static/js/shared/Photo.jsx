// @ts-check
/** A photo on a sheet: taken or chosen, made small, sent by itself; a tap takes another one. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { _ } from '../i18n.js';
import * as files from '../live/files.js';
import { plain } from './Html.jsx';
import { Icon } from './Icon.jsx';
import { State } from './State.jsx';
import { address, small } from './photo.js';
import { fileOf, useFile } from './use-file.js';

/** @param {any} props  those of a field */
export function Photo(props) {
  const { field, run, open, put, by } = props;
  const { waiting, word, value } = useFile(props);
  const [trouble, setTrouble] = useState(false);
  const [making, setMaking] = useState(false);
  const src = useOwn(waiting) ?? fileOf(value);
  const take = async (/** @type {Blob | undefined} */ file) => {
    if (!file) return;
    setTrouble(false);
    setMaking(true);
    try {
      await files.put(run, field.key, await small(file));
    } catch {
      setTrouble(true);
    }
    setMaking(false);
  };
  const away = () => {
    if (waiting) void files.forget(waiting);
    files.clear(run, field.key);
    if (value) put(field.key, null);
  };
  return (
    <div class="stack">
      {src ? <p class="html"><img src={src} alt={plain(field.html)} /></p> : null}
      {open ? (
        <div class="row wrap">
          <Pick label={_('Take a photo')} icon="plus" capture="environment" take={take} of={field} />
          <Pick label={_('Choose a photo')} icon="sheet" take={take} of={field} />
          {src ? <button type="button" class="btn btn-quiet" onClick={away}><Icon name="not" />{_('Take it away')}<span class="unseen">: {plain(field.html)}</span></button> : null}
        </div>
      ) : null}
      {making ? <p class="state" role="status">{_('Making it small …')}</p> : null}
      {trouble ? <p class="state state-failed" role="status"><Icon name="not" /><span>{_('This phone cannot read that picture. Take a photo, or choose another one.')}</span></p> : null}
      {waiting?.why && !waiting.refused ? <p class="small">{waiting.why}</p> : null}
      {src ? <State {...word} whose={by} /> : null}
    </div>
  );
}

/** @param {{label: string, icon: string, capture?: any, take: (file: Blob | undefined) => void, of: {html: string}}} props */
function Pick({ label, icon, capture, take, of }) {
  const input = useRef(/** @type {HTMLInputElement | null} */ (null));
  return (
    <>
      <button type="button" class="btn btn-line" onClick={() => input.current?.click()}><Icon name={icon} />{label}<span class="unseen">: {plain(of.html)}</span></button>
      <input
        ref={input} type="file" accept="image/*" capture={capture} hidden aria-label={`${label}: ${plain(of.html)}`}
        onChange={(event) => {
          take(event.currentTarget.files?.[0]);
          event.currentTarget.value = ''; // the same picture may be chosen again
        }}
      />
    </>
  );
}

/** What waits on this phone, as an address to show. @param {files.Waiting | undefined} waiting */
function useOwn(waiting) {
  const [own, set] = useState(/** @type {{id: string, src: string} | null} */ (null));
  useEffect(() => {
    if (waiting) void address(new Blob([waiting.bytes], { type: waiting.type })).then((src) => set({ id: waiting.id, src }));
  }, [waiting?.id]);
  return own && own.id === waiting?.id ? own.src : null;
}
