import { HOSTS } from '../hosts';
import { page } from '../pages';
import { CADRE, households, isIdNumber } from '../people';
import type { PortalRequest } from '../request';
import { type Book, jsonAnswer, type PortalAnswer, type PortalSystem } from '../system';

/** 民政低保: a RuoYi-like back end on Element UI and Vue 2, answering in `{code, msg}`. */
export function civilAffairs(): PortalSystem {
  const applications = households(23).map((house, index) => ({
    id: 4100 + index,
    headName: house.name,
    idCard: house.idNumber,
    phone: house.phone,
    size: house.size,
    village: ['青山镇', house.village, house.group],
    address: house.address,
    category: index % 3 === 0 ? '城市低保' : '农村低保',
    cause: house.cause,
    income: String(house.monthlyIncome),
    bankAccount: house.bankAccount,
    bank: house.bank,
    applyDate: `2026-0${1 + (index % 9)}-1${index % 9}`,
    reason: house.reason,
    handler: CADRE.name,
    handlerPhone: CADRE.phone,
    status: index % 4 === 0 ? '已审核' : '待审核',
  }));
  // The first few households of the list are those that the tests apply for anew.
  const listed = applications.slice(8);
  const taken = new Set<string>();

  const success = (data: unknown = null): PortalAnswer =>
    jsonAnswer({ code: 200, msg: '操作成功', data });
  const failure = (msg: string): PortalAnswer => jsonAnswer({ code: 500, msg });

  function list({ query }: PortalRequest): PortalAnswer {
    const name = query.get('headName') ?? '';
    const idCard = query.get('idCard') ?? '';
    const found = listed.filter(
      (row) => row.headName.includes(name) && row.idCard.includes(idCard),
    );
    const size = Number(query.get('pageSize') ?? 10);
    const from = (Number(query.get('pageNum') ?? 1) - 1) * size;
    return jsonAnswer({
      code: 200,
      msg: '查询成功',
      total: found.length,
      rows: found.slice(from, from + size),
    });
  }

  function apply(request: PortalRequest, book: Book): PortalAnswer {
    const value = (name: string): string => request.fields.get(name) ?? '';
    const reason = !isIdNumber(value('idCard'))
      ? '身份证号校验不通过，请核对后重新提交'
      : !/^1\d{10}$/.test(value('phone'))
        ? '联系电话格式不正确'
        : taken.has(value('idCard'))
          ? '该户主已存在在办的低保申请，请勿重复提交'
          : undefined;
    if (reason) {
      book.refuse('submission', reason);
      return failure(reason);
    }
    taken.add(value('idCard'));
    book.accept('submission');
    const sent = request.json as Omit<(typeof listed)[number], 'id' | 'status'>;
    listed.unshift({ ...sent, id: 4200 + taken.size, status: '待审核' });
    return success({ id: 4200 + taken.size });
  }

  return {
    hosts: [HOSTS.civilAffairs],
    refusal: failure,
    handle(request, book) {
      const { method, path } = request;
      if (method === 'GET') {
        if (path === '/') return page('civil-affairs/index.html');
        if (path === '/login') return page('civil-affairs/login.html');
        if (path === '/prod-api/social/dibao/list') return list(request);
        return undefined;
      }
      switch (path) {
        case '/prod-api/login':
          if (request.fields.get('password') !== 'Qs@2026') return failure('用户不存在/密码错误');
          book.accept('login');
          return {
            ...success(),
            headers: {
              'content-type': 'application/json; charset=utf-8',
              'set-cookie': 'Admin-Token=practice; Path=/',
            },
          };
        case '/prod-api/social/dibao':
          return apply(request, book);
        case '/prod-api/social/dibao/edit':
          book.accept('edit');
          return success();
        case '/prod-api/social/dibao/draft':
          book.accept('draft');
          return jsonAnswer({ code: 200, msg: '暂存成功' });
        case '/prod-api/social/dibao/comment':
          book.accept('comment');
          return jsonAnswer({ code: 200, msg: '发表成功' });
        case '/prod-api/common/upload':
          book.accept('upload');
          return success({ url: `/profile/upload/${request.files[0]?.sha256.slice(0, 12)}.jpg` });
        default:
          return undefined;
      }
    },
  };
}
