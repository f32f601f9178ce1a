import { useId } from 'preact/hooks';
import type { Clocks } from '../../utils/domain/summary';

interface ClockBarProps {
  readonly clocks: Pick<Clocks, 'workingMs' | 'playingMs' | 'idleMs' | 'inputMs' | 'frontMs'>;
  /** Length of the whole scale, ms. */
  readonly scaleMs: number;
  readonly label: string;
}

const HEIGHT = 20;
const BAR_TOP = 2;
const BAR_HEIGHT = 12;
const LINE = 17;

/**
 * One bar from zero: working solid, playing hatched, open-not-in-use as an outline; under it a thin
 * line from the lower to the upper bound of working. Percentages let it follow any width unscaled.
 */
export function ClockBar({ clocks, scaleMs, label }: ClockBarProps) {
  const id = useId();
  const percent = (ms: number) => `${Math.min(100, (100 * ms) / Math.max(1, scaleMs))}%`;
  const { workingMs, playingMs, idleMs, inputMs, frontMs } = clocks;
  return (
    <svg class="clock-bar" width="100%" height={HEIGHT} role="img" aria-labelledby={id}>
      <title id={id}>{label}</title>
      <rect
        class="clock-idle"
        x={percent(workingMs + playingMs)}
        y={BAR_TOP + 0.5}
        width={percent(idleMs)}
        height={BAR_HEIGHT - 1}
      />
      <rect
        class="clock-playing"
        x={percent(workingMs)}
        y={BAR_TOP + 0.5}
        width={percent(playingMs)}
        height={BAR_HEIGHT - 1}
      />
      <rect
        class="clock-working"
        x="0"
        y={BAR_TOP}
        width={percent(workingMs)}
        height={BAR_HEIGHT}
      />
      {frontMs > inputMs && (
        <g class="clock-bounds">
          <line x1={percent(inputMs)} x2={percent(frontMs)} y1={LINE} y2={LINE} />
          <line x1={percent(inputMs)} x2={percent(inputMs)} y1={LINE - 2.5} y2={LINE + 2.5} />
          <line x1={percent(frontMs)} x2={percent(frontMs)} y1={LINE - 2.5} y2={LINE + 2.5} />
        </g>
      )}
    </svg>
  );
}
