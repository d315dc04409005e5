// @ts-check
/** How a class answered, one bar a choice: neutral, the right one green with a tick, your own with a chip. */
import { _ } from '../i18n.js';
import { Bar } from './Bar.jsx';
import { Html } from './Html.jsx';
import { Icon } from './Icon.jsx';

/** @param {{rows: {html?: string, text?: string, n?: number | null, right?: boolean, own?: boolean}[], of?: number, whose?: string}} props */
export function Split({ rows, of, whose }) {
  const most = of || rows.reduce((sum, row) => sum + (row.n ?? 0), 0);
  return (
    <ul>
      {rows.map((row, i) => (
        <li key={i} class={`split${row.right ? ' split-right' : ''}${row.own ? ' split-own' : ''}`}>
          <p class="split-word">
            {row.right ? <><Icon name="tick" /><span class="unseen">{_('right:')}</span></> : null}
            {row.html ? <Html as="span" html={row.html} /> : <span>{row.text}</span>}
            {row.own ? <span class="chip">{whose || _('you')}</span> : null}
            {row.n != null ? <b class="num">{row.n.toLocaleString('en-IN')}</b> : null}
          </p>
          {row.n != null ? <Bar part={most ? row.n / most : 0} fill={row.right ? 'good' : ''} /> : null}
        </li>
      ))}
    </ul>
  );
}
