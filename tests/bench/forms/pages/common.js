/** What the corpus pages share: the spec, the sending of a form and the reading of its answer. */
const form = SPEC.forms[0];
const esc = (text) =>
  String(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
const has = (trap) => SPEC.traps.includes(trap);
const half = Math.ceil(form.fields.length / 2);

async function post(path, data) {
  if (form.transport === 'xhr') {
    return new Promise((done, fail) => {
      const request = new XMLHttpRequest();
      request.open('POST', path);
      request.setRequestHeader('content-type', 'application/json');
      request.onload = () =>
        request.status < 400 ? done(JSON.parse(request.responseText)) : fail(new Error(request.status));
      request.onerror = fail;
      request.send(JSON.stringify(data));
    });
  }
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(path, { method: 'POST', body: JSON.stringify(data), headers });
  if (!response.ok) throw new Error(response.status);
  return response.json();
}

const good = (answer) =>
  answer.code === 200 || answer.code === 0 || answer.success === true || answer.status === 'ok';
const words = (answer) => answer.msg || answer.message;
const empty = (value) =>
  value === '' || value === undefined || value === null || value.length === 0;
const missing = (model) => form.fields.find((field) => field.required && empty(model[field.key]));
if (has('polling')) setInterval(() => fetch('/poll'), 900);
