import { useRef } from 'preact/hooks';

interface ChooseFilesProps {
  readonly label: string;
  readonly action: string;
  readonly onChoose: (files: readonly File[]) => void;
  readonly several?: boolean;
  readonly folder?: boolean;
  readonly primary?: boolean;
  readonly disabled?: boolean;
}

/** A button that asks for files. The same files may be chosen twice in a row. */
export function ChooseFiles(props: ChooseFilesProps) {
  const { label, action, onChoose, several = false, folder = false, primary, disabled } = props;
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        class={primary ? 'button primary' : 'button'}
        disabled={disabled}
        onClick={() => input.current?.click()}
      >
        {label}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={label}
        data-action={action}
        multiple={several || folder}
        {...(folder ? { webkitdirectory: true } : {})}
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])];
          currentTarget.value = '';
          if (files.length > 0) onChoose(files);
        }}
      />
    </>
  );
}
