// @ts-check
/** The question or task, in the book face: made to be read aloud. */
import { Html } from './Html.jsx';

const LONG = 240; // characters: more than six lines of the large size push the answers off a phone's screen

/** @param {{html: string | null | undefined}} props */
export function Prompt({ html }) {
  if (!html) return null;
  return <Html class={html.length > LONG ? 'ask ask-long read' : 'ask'} html={html} />;
}
