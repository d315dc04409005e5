// @ts-check
/** A recording on a sheet: at most a minute, listened to before it is sent. Who cannot record writes. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { _ } from '../i18n.js';
import * as files from '../live/files.js';
import { Field, textOf } from './Field.jsx';
import { plain } from './Html.jsx';
import { Icon } from './Icon.jsx';
import { State } from './State.jsx';
import { fileOf, useFile } from './use-file.js';

const LONGEST_SECONDS = 60;
const BITS = 24_000; // a second: speech is clear, a minute has 180 KB
const TYPES = ['audio/webm;codecs=opus', 'audio/mp4', 'audio/ogg;codecs=opus'];

/** @param {any} props  those of a field */
export function Voice(props) {
  const { field, run, open, put, by, sheet: _sheet, ...rest } = props;
  const { waiting, word, value } = useFile(props);
  const [writes, setWrites] = useState(false);
  const own = useOwn(waiting);
  const recorder = useRecorder((blob) => void files.put(run, field.key, blob, true));
  const src = own ?? fileOf(value);
  const words = typeof value?.text === 'string';
  const name = plain(field.html);
  const away = () => {
    if (waiting) void files.forget(waiting);
    files.clear(run, field.key);
    if (value && !waiting) put(field.key, null);
  };
  if (!open) return src ? <audio controls preload="none" src={src} aria-label={name} /> : <p class="read kept">{textOf(value) || <span class="soft">{_('Left empty')}</span>}</p>;
  return (
    <div class="stack">
      {src && !recorder.since ? <audio controls src={src} aria-label={name} /> : null}
      {recorder.since ? (
        <p class="row wrap">
          <button type="button" class="btn btn-main" onClick={recorder.stop}><Icon name="pause" />{_('Stop')}</button>
          <span class="num" role="timer">{_('{n} of {m} seconds', { n: recorder.seconds, m: LONGEST_SECONDS })}</span>
        </p>
      ) : (
        <div class="row wrap">
          {waiting?.draft ? <button type="button" class="btn btn-main" onClick={() => void files.release(waiting)}><Icon name="next" />{_('Send it')}<span class="unseen">: {name}</span></button> : null}
          <button type="button" class="btn btn-line" onClick={recorder.start}><Icon name="say" />{src ? _('Record again') : _('Record')}<span class="unseen">: {name}</span></button>
          {src ? <button type="button" class="btn btn-quiet" onClick={away}><Icon name="not" />{_('Take it away')}<span class="unseen">: {name}</span></button>
            : writes || words ? null : <button type="button" class="btn btn-quiet" onClick={() => setWrites(true)}><Icon name="pen" />{_('Write it instead')}<span class="unseen">: {name}</span></button>}
        </div>
      )}
      {waiting?.draft && !recorder.since ? <p class="small">{_('Listen to it. It goes when you send it.')}</p> : null}
      {recorder.trouble ? <p class="state state-failed" role="status"><Icon name="not" /><span>{_('This phone does not let us record here. Write it instead.')}</span></p> : null}
      {waiting?.why && !waiting.refused ? <p class="small">{waiting.why}</p> : null}
      {src ? <State {...word} whose={by} /> : null}
      {!src && (writes || words || recorder.trouble) ? <Field {...rest} {...{ run, open, put, value }} field={{ ...field, field: 'long', args: ['3'], html: _('In words') }} /> : null}
    </div>
  );
}

/** The microphone for a minute at most. @param {(blob: Blob) => void} done */
function useRecorder(done) {
  const [since, setSince] = useState(0);
  const [trouble, setTrouble] = useState(false);
  const [, draw] = useState(0);
  const running = useRef(/** @type {MediaRecorder | null} */ (null));
  useEffect(() => {
    if (!since) return undefined;
    const tick = setInterval(() => draw((n) => n + 1), 1_000);
    const end = setTimeout(() => running.current?.stop(), LONGEST_SECONDS * 1_000);
    return () => { clearInterval(tick); clearTimeout(end); };
  }, [since]);
  useEffect(() => () => running.current?.stop(), []); // the sheet closes: what was said is kept
  const start = async () => {
    setTrouble(false);
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
      const type = TYPES.find((one) => MediaRecorder.isTypeSupported(one));
      const recorder = new MediaRecorder(stream, { mimeType: type, audioBitsPerSecond: BITS });
      /** @type {Blob[]} */
      const parts = [];
      recorder.ondataavailable = ({ data }) => parts.push(data);
      recorder.onstop = () => {
        running.current = null;
        stream.getTracks().forEach((track) => track.stop());
        setSince(0);
        const blob = new Blob(parts, { type: recorder.mimeType });
        if (blob.size) done(blob);
      };
      running.current = recorder;
      recorder.start();
      setSince(performance.now());
    } catch { // no microphone, no permission, or a page that did not come by https
      setTrouble(true);
    }
  };
  return { since, trouble, start, stop: () => running.current?.stop(), seconds: Math.min(LONGEST_SECONDS, Math.round((performance.now() - since) / 1000)) };
}

/** What waits on this phone, as an address to play. @param {files.Waiting | undefined} waiting */
function useOwn(waiting) {
  const [own, set] = useState(/** @type {{id: string, src: string} | null} */ (null));
  useEffect(() => {
    if (!waiting) return undefined;
    const src = URL.createObjectURL(new Blob([waiting.bytes], { type: waiting.type }));
    set({ id: waiting.id, src });
    return () => URL.revokeObjectURL(src);
  }, [waiting?.id]);
  return own && own.id === waiting?.id ? own.src : null;
}
