import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Pages that upload by WebUploader and by plupload, in pieces of 256 KiB, as older systems do. */

const require = createRequire(import.meta.url);
const PIECE_BYTES = 256 * 1024;

const FILES: Readonly<Record<string, string>> = {
  '/jquery.js': require.resolve('jquery/dist/jquery.js'),
  '/webuploader.js': require.resolve('webuploader/dist/webuploader.html5only.js'),
  '/plupload.js': require.resolve('plupload/js/plupload.full.min.js'),
};

/** What the page under this address needs; undefined where there is none. */
export function uploaderFile(address: string): { type: string; body: string } | undefined {
  const script = FILES[address];
  if (script !== undefined) return { type: 'text/javascript', body: readFileSync(script, 'utf8') };
  if (address === '/webuploader') return { type: 'text/html', body: WEB_UPLOADER };
  if (address === '/plupload') return { type: 'text/html', body: PLUPLOAD };
  return undefined;
}

const WEB_UPLOADER = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>材料上传</title><script src="/jquery.js"></script><script src="/webuploader.js"></script></head><body><h1>材料上传</h1>
<div id="uploader"><label>佐证材料</label><div id="picker">选择文件</div><ul id="thelist" class="uploader-list"></ul><button id="start" type="button">开始上传</button></div>
<script>
const uploader = WebUploader.create({ server: '/api/file/webupload', pick: '#picker', chunked: true, chunkSize: ${PIECE_BYTES}, threads: 1, resize: false, chunkRetry: 0 });
uploader.on('fileQueued', (file) => $('#thelist').append('<li id="' + file.id + '" class="item"><h4 class="info">' + file.name + '</h4><p class="state">等待上传...</p><a class="cancel" href="javascript:;">删除</a></li>'));
uploader.on('uploadProgress', (file, share) => $('#' + file.id).find('p.state').text('上传中 ' + Math.round(share * 99) + '%'));
uploader.on('uploadSuccess', (file) => $('#' + file.id).find('p.state').text('已上传'));
uploader.on('uploadError', (file) => $('#' + file.id).find('p.state').text('上传出错'));
$('#thelist').on('click', '.cancel', function () { const item = $(this).closest('li'); uploader.cancelFile(item.attr('id')); item.remove(); });
$('#start').on('click', () => uploader.upload());
</script></body></html>`;

const PLUPLOAD = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>附件</title><script src="/plupload.js"></script></head><body><h1>附件</h1>
<div id="container"><label>现场照片</label><a id="pickfiles" href="javascript:;">选择文件</a> <a id="uploadfiles" href="javascript:;">上传</a></div><div id="filelist"></div><pre id="console"></pre>
<script>
const uploader = new plupload.Uploader({ runtimes: 'html5', browse_button: 'pickfiles', container: 'container', url: '/api/file/plupload', chunk_size: ${PIECE_BYTES}, init: {
  FilesAdded(up, files) { plupload.each(files, (file) => { document.getElementById('filelist').innerHTML += '<div id="' + file.id + '">' + file.name + ' <b></b></div>'; }); },
  UploadProgress(up, file) { document.getElementById(file.id).querySelector('b').textContent = file.percent + '%'; },
  Error(up, error) { document.getElementById('console').textContent = '上传失败 ' + error.message; if (error.file) document.getElementById(error.file.id).querySelector('b').textContent = '失败'; },
} });
uploader.init();
document.getElementById('uploadfiles').onclick = () => { uploader.start(); return false; };
</script></body></html>`;
