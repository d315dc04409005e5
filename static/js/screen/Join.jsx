// @ts-check
/** Before the day, and whenever nothing is open: how one comes in, and who is here. */
import { Ring } from '../shared/Ring.jsx';
import { Sentence } from '../shared/Sentence.jsx';
import { langOf } from '../shared/lang.js';
import { _ } from '../i18n.js';
import { Qr } from './Qr.jsx';

/** @param {{meeting: any}} props */
export function Join({ meeting }) {
  const { code, join_url: url, n_here: here = 0, m = 0 } = meeting;
  const seats = Array.from({ length: m }, (unused, place) => /** @type {'here'|'off'} */ (place < here ? 'here' : 'off'));
  return (
    <div class="hall hall-join">
      <div class="stack-wide">
        <h2 class="read hall-title" lang={langOf(meeting.title)}>{meeting.title}</h2>
        <div class="row join">
          {url ? <Qr url={new URL(url, location.origin).href} label={_('QR code to come in')} /> : null}
          <div>
            <p class="soft"><Sentence text={_('Point the camera here, or open {address} and type')} address={<b class="strong">{hostOf(url)}</b>} /></p>
            <p class="hall-code">{code ? `${code.slice(0, 3)} ${code.slice(3)}` : ''}</p>
          </div>
        </div>
      </div>
      <div class="hall-ring"><Ring seats={seats} count={here} under={_('of {m} are here', { m })} label={_('{n} of {m} are here', { n: here, m })} /></div>
    </div>
  );
}

/** @param {string|null|undefined} url */
function hostOf(url) {
  try {
    return new URL(url ?? '', location.href).host;
  } catch {
    return location.host;
  }
}
