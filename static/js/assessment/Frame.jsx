// @ts-check
/** What all screens of the questions have around them: the way back, the name, and whether there is a line. */
import { _, ngettext } from '../i18n.js';
import { Banner } from '../shared/Banner.jsx';
import { Icon } from '../shared/Icon.jsx';

/**
 * @param {{title: string, over: string, away: boolean, waiting?: number, work?: boolean, children: any}} props
 * `work`: the action stands at the foot of the screen
 */
export function Frame({ title, over, away, waiting = 0, work = false, children }) {
  return (
    <div class="room">
      <header class="top">
        <div class="top-row">
          <a class="btn btn-quiet btn-icon" href="/" aria-label={_('Back to the first page')}><Icon name="back" /></a>
          <div class="top-name"><small>{over}</small><h1>{title}</h1></div>
        </div>
        <p class="unseen" role="status">{title}</p>
        <div class="hem" />
        <div class="banners">
          {away ? <Banner look="away" icon="offline" head={_('No line just now.')}>{waiting ? ngettext('{n} answer is kept on this phone and goes by itself.', '{n} answers are kept on this phone and go by themselves.', waiting) : _('Go on: what you answer is kept on this phone.')}</Banner> : null}
        </div>
      </header>
      <div class={`page ${work ? 'page-work' : 'page-end'} stack`}>{children}</div>
    </div>
  );
}

/** A moment as people say it. @param {string} iso */
export const moment = (iso) => new Date(iso).toLocaleString(document.documentElement.lang || 'en', { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });

/** Why something could not be done. @param {{why: string}} props */
export const Refused = ({ why }) => (why ? <p class="note note-call row row-top" role="alert"><Icon name="not" /><span>{why}</span></p> : null);
