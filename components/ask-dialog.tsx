import { t } from '../utils/i18n';
import { common } from '../utils/i18n/common';
import { Dialog } from './dialog';

interface AskDialogProps {
  readonly title: string;
  readonly text: string;
  readonly confirm: string;
  readonly action: string;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Asks once more before something that cannot be undone. */
export function AskDialog(props: AskDialogProps) {
  const { title, text, confirm, action, onConfirm, onClose } = props;
  return (
    <Dialog title={title} onClose={onClose}>
      <p>{text}</p>
      <p class="dialog-actions">
        <button type="button" class="button" onClick={onClose}>
          {t(common.cancel)}
        </button>
        <button type="button" class="button primary" data-action={action} onClick={onConfirm}>
          {confirm}
        </button>
      </p>
    </Dialog>
  );
}
