import type { SubmissionObservation } from '../../../utils/domain/observation';
import { type Button, standsBesideSend } from './button';
import { headingOf } from './container';
import { PARTS } from './control';
import { closest, matches, queryOne } from './dom';
import type { FormSession } from './session';
import { compactText, visibleText } from './text';

/** What the button alone says: 保存 beside 提交 keeps what is handed in later. */
export function intentOfButton(button: Button): 'draft' | 'step' | undefined {
  const { meaning, text } = button;
  if (meaning === 'draft' || meaning === 'step') return meaning;
  return /^(保存|存盘)$/.test(compactText(text)) && standsBesideSend(button) ? 'draft' : undefined;
}

const EDITED = /编辑|修改|变更|更新|edit|update|modify/i;

/** What a submit action is meant as, by the button, the heading and the way to the form. */
export function intentOf(
  button: Button | undefined,
  session: FormSession,
): SubmissionObservation['intent'] {
  const said = button && intentOfButton(button);
  if (said) return said;
  const heading = headingOf(session.place.container) ?? '';
  if (button?.meaning === 'edit' || EDITED.test(heading)) return 'edit';
  if (/新增|添加|新建|录入|登记|填报/.test(heading)) return 'final';
  const opener = session.opener?.split(' ')[0] ?? '';
  if (EDITED.test(opener)) return 'edit';
  return isEditedRow(session) ? 'edit' : 'final';
}

/** In a grid, rows that held a record before are edited; new rows were empty. */
function isEditedRow(session: FormSession): boolean {
  const touched = [...session.states.values()].filter((state) => state.touched);
  return (
    touched.length > 0 &&
    touched.every((state) => state.prefilled && state.read().row !== undefined)
  );
}

const SENT_BACK =
  /(已|被|已经)(退回|驳回|打回|退件)|(退回|驳回|打回)(原因|意见|说明|理由|时间|修改|重报|重填)|退回件|待重报|审核(不通过|未通过)/;

/** The person saw that the record had been sent back, on the form or in the row it came from. */
export function isRework(session: FormSession): boolean {
  if (SENT_BACK.test(compactText(session.opener ?? ''))) return true;
  const { container } = session.place;
  const around =
    closest(container, '[role=dialog],.el-dialog,.ant-modal,.layui-layer') ?? container;
  const text = visibleText(
    around,
    1500,
    (element) =>
      // The one who decides fills 退回原因 in; the one who reworks only reads it.
      matches(element, 'label,th') || isFieldOf(element),
  );
  return SENT_BACK.test(compactText(text.slice(0, 400))) || SENT_BACK.test(text);
}

function isFieldOf(element: Element): boolean {
  return (
    matches(element, '[class*=form-item],[class*=form__item],.form-group,.van-field,td,tr') &&
    queryOne(element, PARTS) !== null
  );
}
