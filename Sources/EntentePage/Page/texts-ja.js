/** What the page says in Japanese. */

import {dateInWords} from "./words.js";

/** @param {number} year */
const yearJapanese = (year) => year < 1 ? `紀元前${1 - year}年` : `${year}年`;

/** @type {import("./words.js").DateTexts} */
const japaneseDates = {
  year: yearJapanese,
  years: (first, last) => `${yearJapanese(first)}~${yearJapanese(last)}`,
  decade: (first) => `${first}年代`,
  century: (number) => `${number}世紀`,
  month: (month, year) => `${year}${month}月`,
  day: (day, month, year) => `${year}${month}月${day}日`,
  about: (date) => `${date}頃`,
  doubtful: (date) => `${date}(?)`,
  since: (date) => `${date}から`,
  until: (date) => `${date}まで`,
  fromTo: (start, end) => `${start}から${end}まで`,
  endUnknown: (date) => `${date}から(終わり不明)`,
  startUnknown: (date) => `${date}まで(始まり不明)`,
  orLater: (date) => `${date}以降`,
  orEarlier: (date) => `${date}以前`,
  list: (dates, isOne) => dates.join(isOne ? "または" : "と"),
};

/** @type {import("./texts.js").Texts} */
export const japanese = {
  code: "ja",
  name: "日本語",

  anyYear: "全期間",
  year: "年",
  range: "期間",
  firstYear: "始まりの年",
  lastYear: "終わりの年",
  play: "年を順に再生",
  pause: "一時停止",
  timeline: "年",
  possible: "可能性あり",
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
  noPath: (from, to) => `表示中の関係では${from}と${to}はつながりません。`,
  endPath: "経路を閉じる",
  steps: (count) => `${count} 段階`,

  evidence: "出典",
  evidenceHint: "図の名前や線を選ぶと、書かれている箇所が表示されます。",
  close: "閉じる",
  when: "時期",
  status: "状態",
  accordingTo: "による",
  note: "注記",
  kind: "種類",
  exists: "存在期間",
  written: "書かれている箇所",
  notWritten: "出典の文書は示されていません。",
  paragraph: (number) => `第${number}段落`,
  page: (pages) => `${pages} ページ`,
  verified: "引用は本文で確認済み",
  notVerified: "引用は未確認(本文が手元にないため)",
  relationsOf: "関係",
  noDate: "日付なし:どの年にも可能性あり",
  notInYear: (years) => `表示されていません:${years}には該当しません。`,
  filteredOut: "表示されていません:フィルターで除外されています。",
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
  notCopied: "このブラウザーではコピーできません。行を選択しました。",
  sortBy: (column) => `${column}で並べ替え`,
  noRows: "該当なし。別の年を選ぶか、絞り込みを減らしてください。",
  kinds: "種類",
  kindsHint: "両端がともに該当する線が残ります",
  types: "関係の種類",
  statuses: "状態",
  documents: "文書",
  onlySourced: "出典のあるものだけ",
  showAll: "すべて表示",
  filtered: (count) => `絞り込み ${count} 件`,

  picture: "図",
  pictureHint: "矢印キーで移動、Enter で選択、+ と - で拡大縮小、0 で全体。",
  zoomIn: "拡大",
  zoomOut: "縮小",
  fit: "全体",
  download: "保存",
  embedded: "ページ全体を開く",
  language: "言語",
  tooMany: (count) => `${count} 件は一枚の図には多すぎます。名前を検索すると、その関係が描かれます。`,
  tooManyNeighbours: (name, count, most) =>
    `${name}には関係が ${count} 件あります。描けるのは ${most} 件までです。年か絞り込みを選んでください。`,
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

  date: (edtf) => dateInWords(edtf, japaneseDates),
  yearName: yearJapanese,
  since: japaneseDates.since,
  until: japaneseDates.until,
};
