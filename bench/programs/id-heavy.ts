/** A page as a marketplace with long numeric ids sends it: 16 to 19 digits, as JSON numbers, several in each row. */
export const idHeavyPage = (rows: number): string => {
  const digitsOf = (seed: number, length: number): string => {
    let [state, digits] = [seed * 2_654_435_761 + 1, '9'];
    while (digits.length < length) {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      digits += String(state % 10);
    }
    return digits;
  };
  const row = (index: number): string =>
    `{"issueId":${digitsOf(index, 16)},"parentOrderId":${digitsOf(index + 1, 17)},"orderId":${digitsOf(index + 2, 18)},` +
    `"productId":${digitsOf(index + 3, 19)},"issueStatus":"processing","gmtCreate":"2026-10-${String(10 + (index % 20))} 08:15:00",` +
    `"reasonChinese":"描述不符","refundMoneyMax":{"amount":${String(index * 1.37)},"cent":${String(index * 137)},"currency":"USD"},` +
    `"buyerLoginId":"us${digitsOf(index + 4, 10)}","childIds":[${digitsOf(index + 5, 16)},${digitsOf(index + 6, 16)}]}`;
  return `{"result":{"totalItem":${String(rows)},"currentPage":1,"dataList":[${Array.from({ length: rows }, (_, index) => row(index)).join(',')}]}}`;
};
