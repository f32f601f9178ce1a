/** What the test pages share. They are written apart from the development pages. */
const F = SPEC.forms[0];
const has = (trap) => SPEC.traps.includes(trap);
const h = (text) => String(text).replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);

function request(path, body) {
  return new Promise((resolve, reject) => {
    const x = new XMLHttpRequest();
    x.open('POST', path, true);
    x.setRequestHeader('Content-Type', 'application/json;charset=UTF-8');
    x.onreadystatechange = () => {
      if (x.readyState !== 4) return;
      if (x.status >= 200 && x.status < 300) resolve(JSON.parse(x.responseText));
      else reject(new Error(`HTTP ${x.status}`));
    };
    x.send(JSON.stringify(body));
  });
}
function verdict(answer) {
  const ok = answer.code === 0 || answer.code === 200 || answer.success === true || answer.status === 'ok';
  return { ok, text: answer.msg || answer.message };
}
async function deliver(model, draft) {
  return verdict(await request(`/api/${SPEC.id}/${F.id}${draft ? '?draft=1' : ''}`, model));
}
const isBlank = (value) => value === undefined || value === null || value === '' || value.length === 0;
const firstBlank = (model) => F.fields.find((f) => f.required && isBlank(model[f.key]));
if (has('polling')) setInterval(() => request('/poll', {}).catch(() => {}), 1100);
