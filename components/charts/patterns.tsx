/** The hatching for time that is not work; drawn once per page, so that it prints in black and white. */
export function Patterns() {
  return (
    <svg class="patterns" width="0" height="0" aria-hidden="true" focusable="false">
      <defs>
        <pattern
          id="hatched"
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width="6" height="6" class="pattern-paper" />
          <line x1="1.5" x2="1.5" y1="0" y2="6" class="pattern-line" />
        </pattern>
      </defs>
    </svg>
  );
}
