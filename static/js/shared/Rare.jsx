// @ts-check
/** Fields that few sheets have, fetched when one has: tables; photos and voice stay on paper for now. */
import { _ } from '../i18n.js';
import { Table } from './Table.jsx';

/** @param {any} props  those of a field, and the `cells` of the whole sheet; without `open` it is read */
export const Rare = (props) => (props.field.columns ? <Table {...props} /> : <p class="input input-shut soft">{_('Keep this one on paper for now.')}</p>);
