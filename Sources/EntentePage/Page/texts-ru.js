/** What the page says in Russian. */

import {dateInWords} from "./words.js";

/**
 * A number with its noun: one, two to four, or more.
 * @param {number} count @param {string} one @param {string} few @param {string} many
 */
function manyInRussian(count, one, few, many) {
  const [last, lastTwo] = [count % 10, count % 100];
  if (last === 1 && lastTwo !== 11) return `${count} ${one}`;
  return `${count} ${last >= 2 && last <= 4 && (lastTwo < 12 || lastTwo > 14) ? few : many}`;
}

/** @param {number} year */
const yearRussian = (year) => year < 1 ? `${1 - year} до н. э.` : year < 1000 ? `${year} н. э.` : `${year}`;

const NOMINATIVE = ["январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь", "октябрь",
  "ноябрь", "декабрь"];
const GENITIVE = ["января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября",
  "ноября", "декабря"];

const SEASONS = [["весна", "весны"], ["лето", "лета"], ["осень", "осени"], ["зима", "зимы"]];

/** @type {Record<number, [string, string]>} */
const SHARES = {2: ["-е полугодие", "-го полугодия"], 3: ["-я треть", "-й трети"], 4: ["-й квартал", "-го квартала"]};

/** @type {import("./words.js").DateTexts} */
const russianDates = {
  year: yearRussian,
  years: (first, last) => last < 1 ? `${1 - first}–${yearRussian(last)}` : `${yearRussian(first)}–${yearRussian(last)}`,
  decade: (first, isBent) => `${first}-${isBent ? "х" : "е"}`,
  century: (number, era, isBent) => `${number}-${isBent ? "го века" : "й век"}${era < 0 ? " до н. э." : era > 0 ? " н. э." : ""}`,
  month: (month, isBent) => (isBent ? GENITIVE : NOMINATIVE)[month - 1],
  ofYear: (part, year) => `${part} ${year}`,
  day: (days, month, year) => `${days} ${GENITIVE[month - 1]} ${year}`,
  dayOfUnknownMonth: (days, year) => `${days}-е число неизвестного месяца, ${year}`,
  season: (season, year, isBent) => `${SEASONS[season][isBent ? 1 : 0]} ${year}`,
  hemisphere: (date, isNorthern) => `${date}, ${isNorthern ? "северное" : "южное"} полушарие`,
  share: (number, shares, year, isBent) => `${number}${SHARES[shares][isBent ? 1 : 0]} ${year}`,
  time: (date, clock) => `${date}, ${clock}`,
  unknown: (date, lacksMonth, lacksDay) =>
    `${date} (${lacksMonth && lacksDay ? "месяц и день неизвестны" : lacksMonth ? "месяц неизвестен" : "день неизвестен"})`,
  yearUnknown: "год неизвестен",
  maskedYear: (digits) => digits,
  about: (date) => `около ${date}`,
  doubtful: (date) => `${date} (?)`,
  since: (date) => date.startsWith("около ") ? `примерно с ${date.slice(6)}` : `с ${date}`,
  until: (date) => `до ${date}`,
  fromTo: (start, end) => `с ${start} до ${end}`,
  endUnknown: (date) => `с ${date}, конец неизвестен`,
  startUnknown: (date) => `до ${date}, начало неизвестно`,
  open: {
    "../..": "всегда", "../": "до неизвестного времени", "/..": "с неизвестного времени", "/": "начало и конец неизвестны",
  },
  orLater: (date, isOne) => `${date} ${isOne ? "или" : "и"} позже`,
  orEarlier: (date, isOne) => `${date} ${isOne ? "или" : "и"} раньше`,
  list: (dates, isOne) => `${dates.slice(0, -1).join(", ")} ${isOne ? "или" : "и"} ${dates[dates.length - 1]}`,
};

/** @type {import("./texts.js").Texts} */
export const russian = {
  code: "ru",
  name: "Русский",

  anyYear: "Все годы",
  year: "Год",
  range: "Период",
  firstYear: "Первый год",
  lastYear: "Последний год",
  play: "Показать по годам",
  pause: "Пауза",
  timeline: "Годы",
  possible: "возможно",
  noSuchYear: (text) => `«${text}» — не год. Напишите 1956, -43 или 1945..1960.`,
  undated: "Ни у одной связи нет даты, поэтому годы выбрать нельзя.",
  counts: (years, count, possible, total) => {
    const relations = manyInRussian(count, "связь", "связи", "связей");
    if (years === null) return count === total ? relations : `${relations} из ${total}`;
    return `${years}: ${relations}${possible === 0 ? "" : `, возможно ${possible}`}`;
  },
  yearRange: (first, last) => `${first} — ${last}`,

  search: "Поиск",
  searchHint: "Искать по именам",
  found: (count) => `найдено: ${count}`,
  nothingFound: "Таких имён нет.",
  alsoCalled: "также",
  neighbours: "Показать",
  oneHop: "соседей",
  twoHops: "и их соседей",
  wholePicture: "всё",
  pathTo: "Найти путь к …",
  path: (from, to) => `${from} → ${to}`,
  noPath: (from, to) => `Показанные связи не соединяют: ${from}, ${to}.`,
  endPath: "Убрать путь",
  steps: (count) => manyInRussian(count, "шаг", "шага", "шагов"),

  evidence: "Источник",
  evidenceHint: "Выберите имя или линию на схеме, чтобы прочитать, где это написано.",
  close: "Закрыть",
  when: "Когда",
  status: "Статус",
  accordingTo: "по словам: %",
  note: "Примечание",
  kind: "Вид",
  exists: "Существование",
  written: "Где это написано",
  notWritten: "Документ не указан.",
  paragraph: (number) => `абзац ${number}`,
  page: (pages) => `с. ${pages.replace("-", "–")}`,
  verified: "цитата найдена в тексте",
  notVerified: "цитата не проверена: текста не было под рукой",
  relationsOf: "Связи",
  noRelations: "Связей нет.",
  noDate: "без даты: возможно в любой год",
  notInYear: (years) => `Не показано: не относится к ${years}.`,
  filteredOut: "Не показано: скрыто фильтрами.",
  rivals: (name) => `Кому, как сказано, принадлежит: ${name}`,
  takenBack: "Сказано и взято назад",
  differently: "То же, сказанное иначе",
  thisOne: "эта связь",

  table: "Таблица",
  filter: "Фильтр",
  who: "Кто",
  what: "Что",
  whom: "Кому, кого",
  copy: "Копировать таблицу",
  copied: "Таблица скопирована.",
  notCopied: "Браузер не разрешает копировать. Строки выделены.",
  sortBy: (column) => `Упорядочить: ${column}`,
  noRows: "Ничего нет. Выберите другой год или уберите фильтры.",
  kinds: "Виды",
  kindsHint: "линия остаётся, если остаются оба её конца",
  types: "Виды связей",
  statuses: "Статусы",
  documents: "Документы",
  onlySourced: "Только с источником",
  showAll: "Показать всё",
  filtered: (count) => manyInRussian(count, "фильтр", "фильтра", "фильтров"),

  picture: "Схема",
  pictureHint: "Стрелки перемещают, Enter выбирает, + и − меняют масштаб, 0 — всё.",
  zoomIn: "Ближе",
  zoomOut: "Дальше",
  fit: "Целиком",
  download: "Скачать",
  embedded: "Открыть страницу целиком",
  language: "Язык",
  tooMany: (count) =>
    `${count} элементов и связей — слишком много для одной схемы. Найдите имя, и его связи будут нарисованы.`,
  tooManyNeighbours: (name, count, most) =>
    `${name}: связей ${count}, нарисовать можно до ${most}. Выберите год или фильтр.`,
  more: (count) => `и ещё ${count}`,
  nothingToDraw: "В этом графе пока ничего нет.",
  unknown: (what) => `В адресе указано «${what}», чего нет в этом графе.`,

  kindNames: {
    "person": "человек", "state": "государство", "organization": "организация", "treaty": "договор", "event": "событие",
    "island": "остров", "place": "место",
  },
  statusNames: {
    "asserted": "утверждается", "claimed": "по заявлению", "planned": "планируется", "conditional": "условно",
    "disputed": "оспаривается", "withdrawn": "отозвано",
  },

  date: (edtf) => dateInWords(edtf, russianDates),
  yearName: yearRussian,
  since: russianDates.since,
  until: russianDates.until,
};
