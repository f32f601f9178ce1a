import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';

/** Pages with one sign of a burden each, on real libraries where the library makes the control. */

const require = createRequire(import.meta.url);

const FILES: Readonly<Record<string, readonly [type: string, path: string]>> = {
  '/vue.js': ['text/javascript', 'vue/dist/vue.global.prod.js'],
  '/element-plus.js': ['text/javascript', 'element-plus/dist/index.full.min.js'],
  '/element-plus.css': ['text/css', 'element-plus/dist/index.css'],
  '/vant.js': ['text/javascript', 'vant/lib/vant.min.js'],
  '/vant.css': ['text/css', 'vant/lib/index.css'],
};

/** One system on three hosts, so that one check-in soon after another is another one. */
export const ATTENDANCE = {
  calendar: 'kq.qingshan.gov.cn',
  menu: 'kq.baihe.gov.cn',
  dialog: 'kq.liuxi.gov.cn',
} as const;
export const PATROL = 'xc.qingshan.gov.cn';
export const EMERGENCY = 'yj.qingshan.gov.cn';
export const NOTICES = 'tz.qingshan.gov.cn';
export const ASSESSMENT = 'kh.qingshan.gov.cn';
export const COLUMNS = 'zw.qingshan.gov.cn';
export const FAILING = 'sb.qingshan.gov.cn';
export const READING = 'xx.qingshan.gov.cn';
/** How long its page makes the person wait, seconds. */
export const READING_SECONDS = 5;
/** Everything else that leaves a trace, and what only looks like it. */
export const TRACES = 'hd.qingshan.gov.cn';
/** A check-in that the system refuses. */
export const REFUSING = 'bz.qingshan.gov.cn';
export const LOGIN = 'oa.qingshan.gov.cn';
/** A page that takes its time, ms. */
export const SLOW = 'mt.qingshan.gov.cn';
export const SLOW_MS = 3_000;
/** Two systems that ask for files. */
export const REPORTS = { first: 'ffp.qingshan.gov.cn', second: 'mz.qingshan.gov.cn' } as const;
/** An online questionnaire, which is no government portal: the person has to add it. */
export const QUESTIONNAIRE = 'www.wjx.cn';

/** How many notices there are to be read. */
export const NOTICE_COUNT = 50;

const page = (title: string, body: string, head = ''): string =>
  `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><link rel="icon" href="data:,"><title>${title}</title>${head}</head><body>${body}</body></html>`;

const library = (name: string): string =>
  `<link rel="stylesheet" href="/${name}.css"><script src="/vue.js"></script><script src="/${name}.js"></script>`;

/** Check-ins as attendance systems offer them: a day of a calendar, an entry of a menu, a dialog. */
const attendance = page(
  '考勤管理',
  `<div id="app"><h1>考勤管理</h1>
<el-dropdown trigger="click" @command="out"><el-button>更多操作</el-button><template #dropdown><el-dropdown-menu>
  <el-dropdown-item command="list">考勤记录</el-dropdown-item><el-dropdown-item command="out">外勤打卡</el-dropdown-item></el-dropdown-menu></template></el-dropdown>
<el-button id="ask" @click="asking = true">下班</el-button>
<el-dialog v-model="asking" title="下班打卡" width="400"><p>当前时间已到下班时间。</p><template #footer><el-button @click="asking = false">取消</el-button><el-button type="primary" @click="leave">确定打卡</el-button></template></el-dialog>
<el-calendar><template #date-cell="{ data }"><div>{{ data.day.slice(8) }}</div>
  <el-button v-if="data.day === today" size="small" link id="today" @click="sign">{{ signed ? '已签到' : '签到' }}</el-button></template></el-calendar></div>
<script>
const { createApp, ref } = Vue;
createApp({ setup() {
  const day = new Date(); const two = (n) => String(n).padStart(2, '0');
  const today = day.getFullYear() + '-' + two(day.getMonth() + 1) + '-' + two(day.getDate());
  const signed = ref(false), asking = ref(false);
  const post = () => fetch('/api/clock', { method: 'POST', body: '{}' });
  return { today, signed, asking,
    sign: async () => { await post(); signed.value = true; },
    leave: async () => { await post(); asking.value = false; ElementPlus.ElMessage.success('打卡成功'); },
    out: async (what) => { if (what !== 'out') return; await post(); ElementPlus.ElMessage.success('外勤打卡成功'); } };
} }).use(ElementPlus).mount('#app');
</script>`,
  library('element-plus'),
);

/** A floating button with nothing but a picture. */
const patrol = page(
  '巡查走访',
  `<div id="app"><h1>巡查走访</h1><van-cell-group><van-cell title="今日巡查" value="青山村"></van-cell></van-cell-group>
<van-floating-bubble icon="location-o" role="button" :aria-label="done ? '已签到' : '到岗签到'" @click="sign"></van-floating-bubble></div>
<script>
const { createApp, ref } = Vue;
createApp({ setup() { const done = ref(false); return { done, sign: async () => { await fetch('/api/clock', { method: 'POST', body: '{}' }); done.value = true; vant.showToast({ type: 'success', message: '签到成功' }); } }; } }).use(vant).mount('#app');
</script>`,
  library('vant'),
);

const emergency = page(
  '防汛值守',
  `<h1>防汛应急值守</h1><p>当前为防汛二级应急响应。</p><button id="duty" type="button">值守签到</button>
<script>duty.onclick = async () => { await fetch('/api/clock', { method: 'POST', body: '{}' }); duty.textContent = '已签到'; duty.disabled = true; };</script>`,
);

const notices = page(
  '消息中心',
  `<h1>消息中心</h1><button id="all" type="button">一键已读</button><ul class="message-list">${Array.from(
    { length: NOTICE_COUNT },
    (_, index) =>
      `<li class="message-item unread"><span class="badge">未读</span><a href="#n${index}">关于做好第${index + 1}期工作提示的通知</a></li>`,
  ).join('')}</ul>
<script>all.onclick = async () => { await fetch('/api/read', { method: 'POST', body: '{}' }); for (const item of document.querySelectorAll('.message-item')) { item.classList.remove('unread'); item.querySelector('.badge').textContent = '已读'; } const toast = document.createElement('div'); toast.setAttribute('role', 'alert'); toast.textContent = '全部已读'; document.body.append(toast); setTimeout(() => toast.remove(), 2000); };</script>`,
);

const assessment = page(
  '考核通报',
  `<h1>各村工作考核排名通报</h1><p>我的积分 86 分</p><table><thead><tr><th>名次</th><th>单位</th><th>考核得分</th></tr></thead><tbody>${Array.from(
    { length: 12 },
    (_, index) => `<tr><td>${index + 1}</td><td>第${index + 1}村</td><td>${98 - index}</td></tr>`,
  ).join('')}</tbody></table><p>本月排名：第 3 名</p>`,
);

const rows = (column: string, count: number): string =>
  count === 0
    ? '<p class="empty">暂无数据</p>'
    : `<ul>${Array.from({ length: count }, (_, index) => `<li><a href="#">${column}第${index + 1}条</a><span>2026-11-${String(20 - index).padStart(2, '0')}</span></li>`).join('')}</ul>`;

const column = (name: string, count: number): string =>
  `<div class="column"><div class="column-title"><h2>${name}</h2><a href="#">更多&gt;&gt;</a></div>${rows(name, count)}</div>`;

const columns = page(
  '青山镇政务公开',
  `<h1>青山镇政务公开</h1>${column('工作动态', 5)}${column('通知公告', 5)}${column('政策法规', 0)}`,
);

/** What a search answers that found nothing. */
const emptySearch = page(
  '搜索结果',
  `<h1>站内搜索</h1><form class="search-form" action="/search"><input name="keyword" type="search" value="低保"><button>搜索</button></form><div class="search-result"><h2>搜索结果</h2><p class="empty">暂无数据</p></div>`,
);

/** A text that can only be confirmed when a countdown is over. */
const reading = page(
  '学习材料',
  `<h1>学习材料</h1><p>请认真阅读全文，阅读时间不足的不能确认。</p><button id="read" type="button" disabled>我已阅读（${READING_SECONDS} 秒）</button>
<script>let left = ${READING_SECONDS}; const timer = setInterval(() => { left -= 1; if (left > 0) { read.textContent = '我已阅读（' + left + ' 秒）'; return; } clearInterval(timer); read.textContent = '我已阅读'; read.disabled = false; }, 1000);
read.onclick = async () => { await fetch('/api/read', { method: 'POST', body: '{}' }); read.textContent = '已完成阅读'; read.disabled = true; };</script>`,
);

const report = page(
  '材料报送',
  `<h1>材料报送</h1><p id="text">柳溪村低保户走访情况：已入户十二户，均已登记。</p><div class="form-item"><label for="said">走访情况</label><textarea id="said"></textarea></div><div class="form-item"><label for="file">附件</label><input id="file" type="file" multiple></div><ul id="list"></ul>
<script>file.onchange = async () => { for (const one of [...file.files]) { const item = document.createElement('li'); item.className = 'file-item uploading'; item.textContent = one.name + ' 上传中'; list.append(item); await fetch('/api/upload', { method: 'POST', body: one }); item.className = 'file-item success'; item.textContent = one.name + ' 已上传'; } file.value = ''; };</script>`,
);

const SAY =
  "const say = (text, bad) => { const toast = document.createElement('div'); toast.className = 'message message-' + (bad ? 'error' : 'success'); toast.setAttribute('role', 'alert'); toast.textContent = text; document.body.append(toast); setTimeout(() => toast.remove(), 2000); }; const act = (id, said) => { document.getElementById(id).onclick = async () => { await fetch('/api/act', { method: 'POST', body: '{}' }); say(said); }; };";

const traces = page(
  '活动专区',
  `<h1>活动专区</h1><p>
<button id="share" type="button">转发</button> <button id="vote" type="button">投票</button> <button id="place" type="button">上报定位</button>
<a id="file" href="/f/notice.docx" download>下载附件</a></p>
<section class="card"><h2>每日答题</h2><label><input type="radio" name="q">正确</label><label><input type="radio" name="q">错误</label><button id="quiz" type="button">交卷</button></section>
<section class="card"><h2>工作日志</h2><textarea id="log"></textarea><button id="hand" type="button">提交日志</button></section>
<ul><li><a id="title" href="#a">关于做好签到打卡工作的通知</a></li><li><a href="#b">关于转发有关文件的通知</a></li><li><a href="#c">干部日报征订通知</a></li></ul>
<nav class="menu"><a id="records" href="#records">签到记录</a> <a href="#stats">打卡统计</a></nav>
<script>${SAY}
act('share', '转发成功'); act('vote', '投票成功'); act('place', '定位上报成功'); act('quiz', '交卷成功，得分 10 分'); act('hand', '提交成功');
for (const id of ['title', 'records']) document.getElementById(id).onclick = () => say('加载成功');
</script>`,
);

const refusing = page(
  '驻村签到',
  `<h1>驻村管理</h1><button id="sign" type="button">签到</button><script>${SAY} sign.onclick = async () => { await fetch('/api/clock', { method: 'POST', body: '{}' }); say('签到失败，不在签到范围内', true); };</script>`,
);

const login = page(
  '用户登录',
  `<h1>用户登录</h1><form id="form"><input id="user" type="text" placeholder="用户名"><input id="word" type="password" placeholder="密码"><button type="submit">登录</button></form>
<script>form.onsubmit = async (event) => { event.preventDefault(); await fetch('/api/login', { method: 'POST', body: '{}' }); document.title = '工作台'; form.outerHTML = '<h2>工作台</h2>'; };</script>`,
);

const slow = page('慢页面', '<h1>正在加载</h1><img src="/slow.png" alt="">');

const failing = page('503 Service Temporarily Unavailable', '<h1>503 服务暂不可用</h1>');

const questionnaire = page(
  '入户信息采集',
  `<h1>入户信息采集</h1><form id="ask" class="survey">${[
    '姓名',
    '身份证号',
    '手机号码',
    '银行卡号',
    '政治面貌',
  ]
    .map(
      (label, index) =>
        `<div class="field"><label for="q${index}">${label}</label><input id="q${index}" type="text"></div>`,
    )
    .join('')}<button id="send" type="button">提交</button></form>
<script>send.onclick = async () => { await fetch('/api/answer', { method: 'POST', body: '{}' }); document.getElementById('ask').outerHTML = '<div class="result"><h2>提交成功</h2><p>感谢您的参与！</p></div>'; };</script>`,
);

const PAGES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.values(ATTENDANCE).map((host) => [host, attendance])),
  [PATROL]: patrol,
  [EMERGENCY]: emergency,
  [NOTICES]: notices,
  [ASSESSMENT]: assessment,
  [COLUMNS]: columns,
  [`${COLUMNS}/search`]: emptySearch,
  [QUESTIONNAIRE]: questionnaire,
  [READING]: reading,
  [TRACES]: traces,
  [REFUSING]: refusing,
  [LOGIN]: login,
  [SLOW]: slow,
  [REPORTS.first]: report,
  [REPORTS.second]: report,
};

export interface EvidenceServer {
  readonly port: number;
  close(): Promise<void>;
}

export async function startEvidenceServer(): Promise<EvidenceServer> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://local');
    const file = FILES[pathname];
    if (file !== undefined) {
      response.setHeader('content-type', `${file[0]}; charset=utf-8`);
      response.end(readFileSync(require.resolve(file[1])));
      return;
    }
    request.resume();
    if (request.method === 'POST') {
      request.on('end', () => {
        response.setHeader('content-type', 'application/json');
        response.end('{"code":200}');
      });
      return;
    }
    if (pathname === '/slow.png') {
      setTimeout(() => {
        response.setHeader('content-type', 'image/svg+xml');
        response.end('<svg xmlns="http://www.w3.org/2000/svg"/>');
      }, SLOW_MS);
      return;
    }
    if (pathname.startsWith('/f/')) {
      response.setHeader('content-type', 'application/octet-stream');
      response.end('docx');
      return;
    }
    response.setHeader('content-type', 'text/html; charset=utf-8');
    const { host = '' } = request.headers;
    if (host === FAILING) response.statusCode = 503;
    response.end(
      host === FAILING ? failing : (PAGES[host + (pathname === '/' ? '' : pathname)] ?? ''),
    );
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}
