// @ts-check
/** Fields that few sheets have, fetched when one has: tables, photos, recordings. */
import { Photo } from './Photo.jsx';
import { Table } from './Table.jsx';
import { Voice } from './Voice.jsx';

const FACES = { photo: Photo, voice: Voice, table: Table };

/** @param {any} props  those of a field, and the `cells` of the whole sheet; without `open` it is read */
export function Rare(props) {
  const Face = FACES[/** @type {keyof typeof FACES} */ (props.field.field)];
  return <Face {...props} value={props.cells[props.field.key]} />;
}
