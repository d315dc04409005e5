// @ts-check
/** A link as a picture that a phone's camera reads, drawn as one path. */
import { generate } from 'lean-qr/nano';
import { toSvgPath } from 'lean-qr/extras/svg';
import { useMemo } from 'preact/hooks';

const QUIET = 3; // empty modules around it: cameras want at least four, one of them is the white of the frame

/** @param {{url: string, label: string}} props */
export function Qr({ url, label }) {
  const code = useMemo(() => generate(url), [url]);
  const whole = code.size + 2 * QUIET;
  return (
    <svg class="qr" viewBox={`${-QUIET} ${-QUIET} ${whole} ${whole}`} role="img" aria-label={label} shape-rendering="crispEdges">
      <path fill="#000" d={toSvgPath(code)} />
    </svg>
  );
}
