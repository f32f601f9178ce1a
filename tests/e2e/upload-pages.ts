import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { uploaderFile } from './uploader-pages';

/** Where the upload pages stand. */
export const UPLOAD_HOST = 'sc.qingshan.gov.cn';

/** How the next uploads are answered. */
type UploadAnswer = 'accept' | 'refuse' | 'error' | 'slow';

export interface UploadServer {
  readonly port: number;
  /** Bytes of each upload that reached the server. */
  readonly received: number[];
  answer(how: UploadAnswer): void;
  close(): Promise<void>;
}

const PAGE = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>材料上报</title>
<style>.drop{width:400px;height:80px;border:1px dashed #999}.toast{position:fixed;top:20px}</style></head><body>
<h1>材料上报</h1>
<div class="form-group"><label class="control-label">现场照片</label><input id="visible" type="file" multiple></div>
<div class="form-group"><label class="control-label">佐证材料</label><button id="choose" type="button">选择文件</button><input id="hidden" type="file" style="display:none"></div>
<div class="form-group"><label class="control-label">台账目录</label><input id="folder" type="file" webkitdirectory></div>
<div class="form-group"><label class="control-label">会议照片</label><div id="drop" class="drop" tabindex="0">拖到此处或粘贴</div></div>
<div class="form-group"><label class="control-label">附件</label><button id="detached" type="button">添加附件</button></div>
<div class="form-group"><label class="control-label">大文件</label><input id="chunked" type="file"></div>
<form id="classic" method="post" enctype="multipart/form-data" action="/classic"><label>扫描件</label><input id="native" name="file" type="file"><button type="submit">提交</button></form>
<ul class="file-list"></ul>
<script>
const list = document.querySelector('.file-list');
function toast(text) { const box = document.createElement('div'); box.className = 'toast'; box.setAttribute('role', 'alert'); box.textContent = text; document.body.append(box); setTimeout(() => box.remove(), 2500); }
async function send(file) {
  const item = document.createElement('li'); item.className = 'file-item uploading';
  item.innerHTML = '<span class="name"></span><span class="state">上传中</span><button class="remove" type="button">删除</button>';
  item.querySelector('.name').textContent = file.name; list.append(item);
  const abort = new AbortController();
  item.querySelector('.remove').onclick = () => { abort.abort(); item.remove(); };
  try {
    const answer = await fetch('/api/file/upload', { method: 'POST', body: file, signal: abort.signal });
    const body = await answer.json();
    if (!answer.ok || body.code !== 200) throw new Error(body.msg || '上传失败');
    item.className = 'file-item success'; item.querySelector('.state').textContent = '已上传';
  } catch (error) {
    if (abort.signal.aborted) return;
    item.className = 'file-item error'; item.querySelector('.state').textContent = '失败'; toast(error.message || '上传失败');
  }
}
const all = (files) => { for (const file of files) void send(file); };
for (const id of ['visible', 'hidden', 'folder']) document.getElementById(id).onchange = (event) => { const files = [...event.target.files]; event.target.value = ''; all(files); };
choose.onclick = () => document.getElementById('hidden').click();
const drop = document.getElementById('drop');
drop.ondragover = (event) => event.preventDefault();
drop.ondrop = (event) => { event.preventDefault(); all([...event.dataTransfer.files]); };
drop.onpaste = (event) => { event.preventDefault(); all([...event.clipboardData.files]); };
document.getElementById('detached').onclick = () => { const input = document.createElement('input'); input.type = 'file'; input.onchange = () => all([...input.files]); input.click(); };
const chunked = document.getElementById('chunked');
chunked.onchange = async () => { const [file] = chunked.files; for (let at = 0; at < file.size; at += 1048576) await fetch('/api/file/chunk?n=' + at, { method: 'POST', body: file.slice(at, at + 1048576) }); await fetch('/api/file/merge', { method: 'POST', body: '{}' }); };
</script></body></html>`;

/** A server with one page that takes files in every usual way. */
export async function startUploadServer(): Promise<UploadServer> {
  const received: number[] = [];
  let next: UploadAnswer = 'accept';
  const server = createServer((request, response) => {
    void (async () => {
      const size = await drain(request);
      if (request.method === 'GET') {
        const file = uploaderFile(request.url ?? '');
        if (file !== undefined) {
          response.setHeader('content-type', `${file.type}; charset=utf-8`);
          response.end(file.body);
          return;
        }
        response.setHeader('content-type', 'text/html; charset=utf-8');
        response.end(request.url === '/' ? PAGE : '');
        return;
      }
      received.push(size);
      const how = next;
      next = 'accept';
      if (how === 'slow') await new Promise((done) => setTimeout(done, 4_000));
      response.statusCode = how === 'error' ? 500 : 200;
      if (request.url === '/classic') {
        response.setHeader('content-type', 'text/html; charset=utf-8');
        response.end(
          '<!doctype html><meta charset="utf-8"><title>提交成功</title><h2>提交成功</h2>',
        );
        return;
      }
      response.setHeader('content-type', 'application/json');
      response.end(
        JSON.stringify(
          how === 'refuse' ? { code: 500, msg: '文件类型不支持' } : { code: 200, url: '/f/1' },
        ),
      );
      // An upload that the page breaks off reaches nobody.
    })().catch(() => response.destroy());
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    port: (server.address() as AddressInfo).port,
    received,
    answer: (how) => {
      next = how;
    },
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}

async function drain(request: IncomingMessage): Promise<number> {
  let size = 0;
  for await (const chunk of request) size += (chunk as Buffer).length;
  return size;
}
