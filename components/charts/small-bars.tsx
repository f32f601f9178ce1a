import { useId } from 'preact/hooks';

interface SmallBarsProps {
  /** Oldest first; undefined where nothing was recorded. */
  readonly values: readonly (number | undefined)[];
  /** The same in words. */
  readonly label: string;
  readonly signal?: boolean;
}

const WIDTH = 12;
const GAP = 4;
const HEIGHT = 32;

/** Eight small bars from zero; the last, this week's, is the strong one. */
export function SmallBars({ values, label, signal = false }: SmallBarsProps) {
  const id = useId();
  const highest = Math.max(1, ...values.map((value) => value ?? 0));
  const width = values.length * (WIDTH + GAP) - GAP;
  return (
    <svg
      class={signal ? 'small-bars signal' : 'small-bars'}
      viewBox={`0 0 ${width} ${HEIGHT + 2}`}
      width={width}
      height={HEIGHT + 2}
      role="img"
      aria-labelledby={id}
    >
      <title id={id}>{label}</title>
      {values.map((value, index) => {
        const x = index * (WIDTH + GAP);
        const last = index === values.length - 1;
        if (value === undefined) {
          return (
            <line
              // biome-ignore lint/suspicious/noArrayIndexKey: the place in the row is what a bar is
              key={index}
              class="bar-none"
              x1={x + 2}
              x2={x + WIDTH - 2}
              y1={HEIGHT}
              y2={HEIGHT}
            />
          );
        }
        const height = Math.max(value > 0 ? 2 : 0, (value / highest) * HEIGHT);
        return (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: the place in the row is what a bar is
            key={index}
            class={last ? 'bar-now' : 'bar-before'}
            x={x + 0.5}
            y={HEIGHT - height + 0.5}
            width={WIDTH - 1}
            height={height}
          />
        );
      })}
      <line class="bar-base" x1={0} x2={width} y1={HEIGHT + 1} y2={HEIGHT + 1} />
    </svg>
  );
}
