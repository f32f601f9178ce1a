/** The pages whose cost is measured: plain markup made here, so that nothing else is measured. */
export interface BenchPage {
  readonly name: string;
  readonly html: string;
  /** Fields on it; keys are typed into the first one. */
  readonly fields: number;
}

const LABELS = [
  '户主姓名',
  '身份证号',
  '联系电话',
  '家庭住址',
  '家庭人口',
  '耕地面积',
  '年收入',
  '备注',
];

function field(index: number): string {
  const label = LABELS[index % LABELS.length];
  return `<tr><td>${label}${index}</td><td><input type="text" name="f${index}"></td></tr>`;
}

function page(title: string, body: string): string {
  return `<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>${title}</title></head><body>${body}</body></html>`;
}

function form(fields: number): string {
  const rows = Array.from({ length: fields }, (_, index) => field(index)).join('');
  return page(
    `表单 ${fields}`,
    `<h1>基础信息采集表</h1><form onsubmit="return false"><table>${rows}</table><button type="submit">提交</button></form>`,
  );
}

export const BENCH_PAGES: readonly BenchPage[] = [
  {
    name: 'text',
    fields: 0,
    html: page(
      '工作动态',
      Array.from(
        { length: 300 },
        (_, index) =>
          `<p><a href="#${index}">青山镇开展第 ${index} 次走访</a> 2026-11-0${(index % 9) + 1}</p>`,
      ).join(''),
    ),
  },
  { name: '300 fields', fields: 300, html: form(300) },
  { name: '5000 fields', fields: 5000, html: form(5000) },
  {
    name: 'busy single page',
    fields: 40,
    html: page(
      '网格工作台',
      `<form onsubmit="return false"><table>${Array.from({ length: 40 }, (_, index) => field(index)).join('')}</table><button>提交</button></form>
       <ul id="feed"></ul><script>
         let n = 0;
         const begun = performance.now();
         setInterval(() => {
           // As much work in each load, wherever its second ends: forty items, then none for a while.
           if (n >= 40 && performance.now() - begun < 2000) return;
           const item = document.createElement('li');
           item.textContent = '事件 ' + n++;
           const feed = document.getElementById('feed');
           feed.prepend(item);
           if (feed.childElementCount > 200) feed.lastElementChild.remove();
         }, 20);
       </script>`,
    ),
  },
];
