/** What the page says in Japanese. */

/** @type {(year: bigint) => string} */
const year = (year) => year < 1n ? `紀元前${1n - year}年` : `${year}年`;

/** @type {(year: bigint) => string} */
const bareYear = (year) => year < 1n ? `紀元前${1n - year}` : `${year}`;

/** @type {import("./texts.js").Texts} */
export const japanese = {
  code: "ja",
  name: "日本語",

  anyYear: "全期間",
  year: "年",
  yearHint: "1956、-43(紀元前44年)、1945..1960 のように入力。空欄は全期間",
  range: "期間",
  firstYear: "始まりの年",
  lastYear: "終わりの年",
  play: "年を順に再生",
  pause: "一時停止",
  timeline: "年",
  certain: "確実",
  possible: "可能性あり",
  absent: "該当せず",
  noSuchYear: (text) => `「${text}」は年として読めません。1956、-43、1945..1960 のように入力してください。`,
  undated: "日付のある関係がないため、年は選べません。",
  counts: (years, count, possible, total) => {
    if (years === null) return count === total ? `関係 ${count} 件` : `関係 ${total} 件中 ${count} 件`;
    return `${years}:関係 ${count} 件${possible === 0 ? "" : `(うち可能性 ${possible} 件)`}`;
  },
  yearRange: (first, last) => `${first}~${last}`,

  search: "検索",
  searchHint: "名前を検索",
  found: (count) => `${count} 件の名前`,
  nothingFound: "該当する名前がありません。",
  alsoCalled: "別名",
  neighbours: "表示",
  oneHop: "隣まで",
  twoHops: "その隣まで",
  wholePicture: "すべて",
  pathTo: "つながりを探す相手…",
  path: (from, to) => `${from}から${to}まで`,
  noPath: (from, to) => `表示中の関係では${from}と${to}はつながりません。年やフィルターを変えてください。`,
  endPath: "経路を閉じる",
  steps: (count) => `${count} 段階`,

  evidence: "出典",
  evidenceHint: "図の名前や線、または表の行を選ぶと、どこに書かれているかが表示されます。",
  close: "閉じる",
  when: "時期",
  status: "状態",
  accordingTo: "による",
  note: "注記",
  kind: "種類",
  exists: "存在期間",
  attributes: "その他",
  written: "書かれている箇所",
  notWritten: "出典の文書は示されていません。",
  paragraph: (number) => `第${number}段落`,
  page: (pages) => `${pages} ページ`,
  verified: "引用は本文で確認済み",
  notVerified: "引用は未確認(本文が手元にないため)",
  relationsOf: "関係",
  noDate: "日付なし:どの年にも可能性あり",
  holdsAlways: "常に",
  notInYear: (years) => `表示されていません:${years}には該当しません。`,
  filteredOut: "表示されていません:フィルターで除外されています。",
  contradictions: "並べて見る",
  rivals: (name) => `${name}は誰のものとされているか`,
  takenBack: "述べられ、のちに撤回されたもの",
  differently: "同じ内容の異なる記述",
  thisOne: "この項目",

  table: "表",
  filter: "絞り込み",
  who: "主体",
  what: "関係",
  whom: "対象",
  copy: "表をコピー",
  copied: "表をコピーしました。",
  notCopied: "このブラウザーではコピーできません。行を選択したので、手動でコピーしてください。",
  sortBy: (column) => `${column}で並べ替え`,
  noRows: "表示される関係がありません。別の年を選ぶか、絞り込みを減らしてください。",
  kinds: "種類",
  kindsHint: "両端がともに該当する線が残ります",
  types: "関係の種類",
  statuses: "状態",
  documents: "文書",
  onlySourced: "出典のあるものだけ",
  showAll: "すべて表示",
  filtered: (count) => `絞り込み ${count} 件`,

  picture: "図",
  pictureHint: "矢印キーで名前や線を移動、Enter で出典、+ と - で拡大縮小、0 で全体。",
  zoomIn: "拡大",
  zoomOut: "縮小",
  fit: "全体",
  download: "保存",
  embedded: "ページ全体を開く",
  language: "言語",
  tooMany: (count) => `要素と関係が合わせて ${count} 件あり、一枚の図には多すぎます。名前を検索すると、そのつながりが描かれます。`,
  tooManyNeighbours: (name, count, most) =>
    `${name}には関係が ${count} 件あり、図に描ける ${most} 件を超えます。年や絞り込みを選ぶと減ります。表にはすべてあります。`,
  more: (count) => `ほか ${count} 件`,
  nothingToDraw: "このグラフにはまだ何もありません。",
  unknown: (what) => `アドレスにある「${what}」はこのグラフにありません。`,

  kindNames: {
    person: "人物", state: "国家", organization: "組織", treaty: "条約", event: "出来事", island: "島", place: "場所",
  },
  statusNames: {
    asserted: "事実とされる", claimed: "主張", planned: "予定", conditional: "条件付き", disputed: "争いあり",
    withdrawn: "撤回",
  },

  dates: {
    year,
    years: (first, last) => last < 1n ? `紀元前${1n - first}–${1n - last}年` : `${bareYear(first)}–${year(last)}`,
    decade: (first) => `${first}年代`,
    yearUnknown: "年不明",
    estimate: (year, years) => `${year}(${years})`,
    about: (date) => `${date}頃`,
    doubtful: (date) => `${date}(?)`,
    monthName: (month) => `${month}月`,
    month: (month, year) => `${year}${month}`,
    day: (day, month, year) => `${year}${month}${day}日`,
    monthUnknown: (year) => `${year}(月不明)`,
    monthAndDayUnknown: (year) => `${year}(月日不明)`,
    dayOfUnknownMonth: (day, year) => `${year}ある月の${day}日`,
    dayUnknown: (month, year) => `${year}${month}(日不明)`,
    season: (season, year, next, hemisphere) => {
      const half = hemisphere === null ? "" : hemisphere === "northern" ? "(北半球)" : "(南半球)";
      return `${next ? year.replace(/年$/, `${next}年`) : year}${["春", "夏", "秋", "冬"][season]}${half}`;
    },
    partOfYear: (part, number, year) => {
      if (part === "quarter") return `${year}第${number}四半期`;
      return part === "third" ? `${year}の三分の${number}期` : `${year}${number === 1 ? "前半" : "後半"}`;
    },
    atTime: (time) => ` ${time}`,
    since: (date) => `${date}から`,
    until: (date) => `${date}まで`,
    fromTo: (start, end) => `${start}から${end}まで`,
    fromEndUnknown: (date) => `${date}から(終わり不明)`,
    untilStartUnknown: (date) => `${date}まで(始まり不明)`,
    always: "常に",
    untilUnknown: "不明な時期まで",
    sinceUnknown: "不明な時期から",
    bothUnknown: "始まりも終わりも不明",
    orLater: (date, isOne) => isOne ? `${date}以降のある時` : `${date}以降`,
    orEarlier: (date, isOne) => isOne ? `${date}以前のある時` : `${date}以前`,
    list: (members, isOne) => members.join(isOne ? "または" : "と"),
  },
};
