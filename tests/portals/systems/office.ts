import { encodeGbk } from '../gbk';
import { HOSTS, OFFICE_INTRANET } from '../hosts';
import { escapeHtml } from '../html';
import { isIdNumber, VILLAGES } from '../people';
import type { PortalRequest } from '../request';
import { type Book, type PortalAnswer, type PortalSystem, redirect } from '../system';

const STYLE =
  'body{margin:8px;font:12px/1.6 SimSun,"Noto Sans CJK SC",serif;background:#f4f8fd}table.f{border-collapse:collapse;background:#fff}table.f td,table.f th{border:1px solid #9db9d8;padding:4px 6px}td.l{background:#e3eefb;text-align:right;width:110px}th{background:#cfe1f6}input,select,textarea{font:12px SimSun,"Noto Sans CJK SC",serif;border:1px solid #7f9db9}.b{background:#dce9f7;border:1px solid #5a8bc0;padding:2px 14px}.t{font-size:14px;font-weight:bold;color:#15428b;text-align:center;margin:6px}';

/** A page of the time: upper-case tags, attributes in place of styles, GBK bytes. */
function jsp(title: string, body: string, attributes = ''): PortalAnswer {
  return gbk(`<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN">
<HTML><HEAD><META http-equiv="Content-Type" content="text/html; charset=gb2312"><TITLE>${title}</TITLE>
<STYLE type="text/css">${STYLE}</STYLE></HEAD>
<BODY ${attributes}>${body}</BODY></HTML>`);
}

function gbk(html: string): PortalAnswer {
  return { headers: { 'content-type': 'text/html;charset=GBK' }, body: encodeGbk(html) };
}

const LOGIN = `<FORM name="f" method="post" action="/login.do"><TABLE align="center" class="f" style="margin-top:120px"><TR><TH colspan="2">青山镇办公自动化系统　用户登录</TH></TR>
<TR><TD class="l">用户名：</TD><TD><INPUT type="text" name="yhm"></TD></TR>
<TR><TD class="l">密　码：</TD><TD><INPUT type="password" name="mm"></TD></TR>
<TR><TD colspan="2" align="center"><INPUT type="submit" class="b" value="登 录"> <INPUT type="reset" class="b" value="重 置"></TD></TR></TABLE></FORM>
<P align="center"><FONT color="#888888">建议使用 IE6.0 以上浏览器，1024*768 分辨率</FONT></P>`;

const FRAMES = `<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Frameset//EN">
<HTML><HEAD><META http-equiv="Content-Type" content="text/html; charset=gb2312"><TITLE>青山镇办公自动化系统</TITLE></HEAD>
<FRAMESET rows="56,*" border="0" frameborder="0"><FRAME name="top" src="/top.jsp" scrolling="no" noresize><FRAMESET cols="150,*"><FRAME name="left" src="/left.jsp"><FRAME name="main" src="/welcome.jsp"></FRAMESET></FRAMESET></HTML>`;

const MENU = `<P class="t">系统菜单</P><TABLE class="f" width="100%">
<TR><TD><A href="/welcome.jsp" target="main">我的桌面</A></TD></TR>
<TR><TD><A href="/gw/list.jsp" target="main">公文签收</A></TD></TR>
<TR><TD><A href="/kn/frame.jsp?tab=add" target="main">困难群众登记</A></TD></TR>
<TR><TD><A href="/kn/frame.jsp?tab=grid" target="main">家庭成员登记</A></TD></TR>
<TR><TD><A href="/login.jsp" target="_top">退出系统</A></TD></TR></TABLE>`;

const HOUSEHOLD_FORM = `<P class="t">青山镇困难群众情况登记表</P>
<FORM name="form1" method="post" action="/kn/save.do" enctype="multipart/form-data" onsubmit="if(this.hzxm.value==''){alert('请填写户主姓名');return false;}">
<TABLE class="f" align="center" width="640">
<TR><TD class="l">户主姓名：</TD><TD><INPUT type="text" name="hzxm" size="16"></TD><TD class="l">身份证号：</TD><TD><INPUT type="text" name="sfzh" size="22" maxlength="18"></TD></TR>
<TR><TD class="l">联系电话：</TD><TD><INPUT type="text" name="lxdh" size="16"></TD><TD class="l">家庭人口数：</TD><TD><INPUT type="text" name="jtrk" size="4"> 人</TD></TR>
<TR><TD class="l">所在村：</TD><TD><SELECT name="ssc"><OPTION value="">--请选择--</OPTION>${VILLAGES.map((name) => `<OPTION>${name}委会</OPTION>`).join('')}</SELECT></TD><TD class="l">是否低保户：</TD><TD><INPUT type="radio" name="sfdb" value="1">是 <INPUT type="radio" name="sfdb" value="0">否</TD></TR>
<TR><TD class="l">家庭住址：</TD><TD colspan="3"><INPUT type="text" name="jtzz" size="60"></TD></TR>
<TR><TD class="l">困难情况：</TD><TD colspan="3"><TEXTAREA name="qkms" cols="60" rows="3"></TEXTAREA></TD></TR>
<TR><TD class="l">填表人：</TD><TD><INPUT type="text" name="tbr" size="16"></TD><TD class="l">填表人电话：</TD><TD><INPUT type="text" name="tbrdh" size="16"></TD></TR>
<TR><TD class="l">填表日期：</TD><TD><INPUT type="text" name="tbrq" size="12"></TD><TD class="l">佐证材料：</TD><TD><INPUT type="file" name="fj"></TD></TR>
<TR><TD colspan="4" align="center"><INPUT type="submit" class="b" value="保 存"> <INPUT type="reset" class="b" value="重 填"></TD></TR>
</TABLE></FORM>`;

const MEMBER_GRID = `<P class="t">家庭成员登记</P>
<FORM name="form2" method="post" action="/kn/members.do"><TABLE class="f" align="center">
<TR><TH>序号</TH><TH>姓名</TH><TH>与户主关系</TH><TH>身份证号</TH><TH>健康状况</TH></TR>
${[1, 2, 3]
  .map(
    (row) =>
      `<TR><TD align="center">${row}</TD><TD><INPUT name="xm" size="10"></TD><TD><SELECT name="gx"><OPTION value="">--</OPTION><OPTION>户主</OPTION><OPTION>配偶</OPTION><OPTION>子女</OPTION><OPTION>父母</OPTION></SELECT></TD><TD><INPUT name="sfzh" size="22"></TD><TD><SELECT name="jk"><OPTION value="">--</OPTION><OPTION>健康</OPTION><OPTION>患病</OPTION><OPTION>残疾</OPTION></SELECT></TD></TR>`,
  )
  .join('\n')}
</TABLE><P align="center"><INPUT type="button" class="b" value="保 存" onclick="document.form2.submit()"></P></FORM>`;

const DOCUMENTS = [
  '关于做好岁末年初信访工作的通知',
  '关于报送2026年度工作总结的通知',
  '关于召开镇村干部大会的通知',
];

/** 办公自动化: bare JSP pages in nested frames, GBK, classic posts and result pages. */
export function office(): PortalSystem {
  const signed = new Set<number>();

  function documents(): PortalAnswer {
    const rows = DOCUMENTS.map(
      (title, i) =>
        `<TR><TD>${i + 1}</TD><TD>${title}</TD><TD id="s${i}">${signed.has(i) ? '已签收' : `<A href="javascript:qs(${i})">签收</A>`}</TD></TR>`,
    );
    return jsp(
      '公文签收',
      `<P>当前位置：公文管理 &gt; 公文签收</P><TABLE class="f" width="600"><TR><TH>序号</TH><TH>标题</TH><TH>操作</TH></TR>${rows.join('')}</TABLE>
<FORM name="q" method="post" action="/gw/sign.do" target="hid"><INPUT type="hidden" name="id"></FORM><IFRAME name="hid" width="0" height="0" frameborder="0"></IFRAME>
<SCRIPT type="text/javascript">function qs(i){if(!confirm("确定签收该公文吗？"))return;document.q.id.value=i;document.q.submit();}function signed(i){document.getElementById("s"+i).innerHTML="已签收";alert("签收成功");}</SCRIPT>`,
    );
  }

  function failure(message: string): PortalAnswer {
    return jsp(
      '保存失败',
      `<P class="t">保存失败</P><P align="center"><FONT color="red">${escapeHtml(message)}</FONT></P><P align="center"><A href="javascript:history.back()">返回</A></P>`,
    );
  }

  function success(back: string): PortalAnswer {
    return jsp(
      '保存成功',
      `<P class="t">保存成功</P><P align="center">记录已保存。　<A href="${back}">继续登记</A></P>`,
    );
  }

  function get({ path, query }: PortalRequest): PortalAnswer | undefined {
    switch (path) {
      case '/':
        return redirect('/login.jsp');
      case '/login.jsp':
        return jsp('用户登录', LOGIN);
      case '/main.jsp':
        return gbk(FRAMES);
      case '/top.jsp':
        return jsp(
          'top',
          '<FONT size="5" color="#ffffff" face="KaiTi"><B>　青山镇办公自动化系统</B></FONT>',
          'style="background:#2e6db4"',
        );
      case '/left.jsp':
        return jsp('left', MENU);
      case '/welcome.jsp':
        return jsp(
          '我的桌面',
          '<P>当前位置：我的桌面</P><TABLE class="f" width="90%"><TR><TH>待办公文</TH><TH>今日日程</TH></TR><TR><TD>3 件</TD><TD>14:30 三楼会议室（请会前签到）</TD></TR></TABLE>',
        );
      case '/gw/list.jsp':
        return documents();
      case '/kn/frame.jsp': {
        const tab = query.get('tab') === 'grid' ? 'grid' : 'add';
        return jsp(
          '困难群众登记',
          `<P>当前位置：困难群众 &gt; 登记　查询：<INPUT name="cx" size="14"> <INPUT type="button" class="b" value="查 询"></P><IFRAME name="work" src="/kn/${tab}.jsp" width="100%" height="430" frameborder="1"></IFRAME>`,
        );
      }
      case '/kn/add.jsp':
        return jsp('登记', HOUSEHOLD_FORM);
      case '/kn/grid.jsp':
        return jsp('家庭成员', MEMBER_GRID);
      default:
        return undefined;
    }
  }

  function post(request: PortalRequest, book: Book): PortalAnswer | undefined {
    const { path, fields } = request;
    switch (path) {
      case '/login.do':
        if (fields.get('mm') !== 'Qs@2026')
          return jsp('登录失败', '<P class="t">用户名或密码错误</P>');
        book.accept('login');
        return redirect('/main.jsp', { 'set-cookie': 'JSESSIONID=practice; Path=/' });
      case '/kn/save.do':
        if (!isIdNumber(fields.get('sfzh') ?? '')) {
          book.refuse('submission', '身份证号不正确');
          return failure('身份证号不正确');
        }
        book.accept('submission');
        return success('/kn/add.jsp');
      case '/kn/members.do':
        book.accept('submission');
        return success('/kn/grid.jsp');
      case '/gw/sign.do': {
        const index = Number(fields.get('id'));
        signed.add(index);
        book.accept('receipt');
        return jsp('hid', `<SCRIPT type="text/javascript">parent.signed(${index});</SCRIPT>`);
      }
      default:
        return undefined;
    }
  }

  return {
    hosts: [HOSTS.office, OFFICE_INTRANET],
    charset: 'gbk',
    refusal: failure,
    handle: (request, book) => (request.method === 'GET' ? get(request) : post(request, book)),
  };
}
