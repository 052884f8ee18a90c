// What lies over what in a drawn picture, from the browser's own geometry, in points of the viewBox.
//
// It takes from the SVG what any reader of it can: elements, classes, ids. Each fault is { kind, what }; the kinds have
// the names that the exporter's own measure has for them, with which it shares nothing but the definitions.
() => {
  const root = document.querySelector('svg');
  const page = { left: 0, top: 0, right: root.viewBox.baseVal.width, bottom: root.viewBox.baseVal.height };
  const toPage = root.getScreenCTM().inverse();
  // Coordinates in the file have two decimals.
  const tolerance = 0.02;
  const step = 1;

  const all = (selector, parent = root) => [...parent.querySelectorAll(selector)];
  const overlap = (a, b) =>
    a.left < b.right - tolerance && b.left < a.right - tolerance
    && a.top < b.bottom - tolerance && b.top < a.bottom - tolerance;
  const grown = (box, by) =>
    ({ left: box.left - by, top: box.top - by, right: box.right + by, bottom: box.bottom + by });
  const within = (point, box) =>
    point.x > box.left + tolerance && point.x < box.right - tolerance
    && point.y > box.top + tolerance && point.y < box.bottom - tolerance;
  const contains = (box, other) =>
    other.left >= box.left - tolerance && other.right <= box.right + tolerance
    && other.top >= box.top - tolerance && other.bottom <= box.bottom + tolerance;
  const corners = box =>
    [[box.left, box.top], [box.right, box.top], [box.right, box.bottom], [box.left, box.bottom]]
      .map(([x, y]) => new DOMPoint(x, y));
  const around = points => ({
    left: Math.min(...points.map(point => point.x)), top: Math.min(...points.map(point => point.y)),
    right: Math.max(...points.map(point => point.x)), bottom: Math.max(...points.map(point => point.y)),
  });

  const placed = element => toPage.multiply(element.getScreenCTM());
  const boxOf = element => {
    const { x, y, width, height } = element.getBBox();
    const { e, f } = placed(element);
    return { left: x + e, top: y + f, right: x + width + e, bottom: y + height + f };
  };
  // Points on a path or a polygon, about `step` apart.
  const sampled = element => {
    const length = element.getTotalLength();
    const matrix = placed(element);
    const count = Math.max(1, Math.ceil(length / step));
    return Array.from({ length: count + 1 }, (_, index) =>
      DOMPoint.fromPoint(element.getPointAtLength(length * index / count)).matrixTransform(matrix));
  };

  // The letters' room: the browser's own width, and as much height as letters have above and below the base line.
  const texts = all('text').map(element => {
    const size = parseFloat(element.getAttribute('font-size'));
    const base = parseFloat(element.getAttribute('y')) + placed(element).f;
    const owner = element.closest('g[id]')?.id ?? element.closest('g')?.getAttribute('class') ?? 'the page';
    return {
      element, name: `"${element.textContent}" of ${owner}`,
      box: { ...boxOf(element), top: base - 0.76 * size, bottom: base + 0.22 * size },
    };
  });

  // Entities' shapes, and frames of cards. A mark in a card's row is no shape of its own.
  const entities = all('.entities > .entity').map(group => {
    const path = group.querySelector('path');
    const fromPage = placed(path).inverse();
    return {
      group, name: group.id, box: boxOf(path), outline: sampled(path), frame: group.parentElement,
      holds: point => path.isPointInFill(point.matrixTransform(fromPage)),
    };
  });
  const cards = all('.card > rect.frame').map(rectangle => {
    const group = rectangle.parentElement;
    return { group, name: `card with ${group.querySelector('.relation').id}`, box: boxOf(rectangle) };
  });
  const shapes = [...entities, ...cards];

  // A line is what is painted right in its group; what stands deeper in a card is a row's sample. A double line is one
  // path over another, and a struck one has a path of strikes beside that of its middle.
  const links = all('.relations > g').map(group => {
    const paths = all(':scope > path', group).filter((path, index, paths) =>
      paths.findIndex(other => other.getAttribute('d') === path.getAttribute('d')) === index);
    const middles = paths.filter(path => path.getAttribute('d').lastIndexOf('M') === 0);
    const middle = middles.flatMap(sampled);
    const rest = [...paths.filter(path => !middles.includes(path)), ...all(':scope > polygon', group)];
    const points = [...middle, ...rest.flatMap(sampled)];
    return {
      points, middle, box: around(points),
      width: Math.max(...middles.map(path => parseFloat(path.getAttribute('stroke-width')))),
      length: middles.reduce((sum, path) => sum + path.getTotalLength(), 0),
      name: group.id || `line to the card with ${(group.querySelector('.relation') ?? relationInNearestCard(points)).id}`,
      ends: endsOf(group, points),
    };
  });

  // A relation of the hub's card at which the line ends.
  function relationInNearestCard(points) {
    const distance = (point, box) => Math.hypot(
      Math.max(box.left - point.x, 0, point.x - box.right), Math.max(box.top - point.y, 0, point.y - box.bottom));
    const distances = cards.filter(card => card.group.parentElement.matches('.entities'))
      .map(card => ({ card, least: Math.min(...points.map(point => distance(point, card.box))) }));
    return distances.sort((a, b) => a.least - b.least)[0].card.group.querySelector('.relation');
  }

  // The entities that a line belongs to. That to a hub's card belongs to the entity that all rows have in common.
  function endsOf(group, points) {
    const pair = relation => [relation.dataset.subject, relation.dataset.object];
    let ids;
    if (group.matches('.connector')) {
      const rows = all('.relation', relationInNearestCard(points).parentElement).map(pair);
      ids = rows[0].filter(id => rows.every(row => row.includes(id)));
    } else {
      ids = (group.matches('.relation') ? [group] : all('.relation', group)).flatMap(pair);
    }
    // An id has the year before it in a filmstrip, and an underscore where it would begin with a digit.
    const isEnd = id => [id, id.replace(/^_/, ''), id.replace(/^y-?\d+-/, '')].some(name => ids.includes(name));
    const frame = group.parentElement.previousElementSibling;
    return entities.filter(entity => entity.frame === frame && isEnd(entity.group.id));
  }

  const faults = [];
  const report = (kind, what) => faults.push({ kind, what });

  texts.forEach((text, index) => {
    texts.slice(index + 1).filter(other => overlap(text.box, other.box))
      .forEach(other => report('text on text', `${text.name} on ${other.name}`));
    const card = cards.find(card => card.group.contains(text.element));
    const entity = entities.find(entity => entity.group.contains(text.element));
    const isIn = card ? contains(card.box, text.box) : !entity || corners(text.box).every(entity.holds);
    if (!isIn || !contains(page, text.box)) {
      report('text out of its shape or off the page', text.name);
    }
  });

  shapes.forEach((shape, index) => {
    shapes.slice(index + 1).filter(other => overlap(shape.box, other.box))
      .forEach(other => report('shape on a shape', `${shape.name} on ${other.name}`));
    texts.filter(text => !shape.group.contains(text.element) && overlap(text.box, shape.box))
      .forEach(text => report('shape on a shape', `${text.name} on ${shape.name}`));
    if (!contains(page, shape.box)) report('text out of its shape or off the page', shape.name);
  });

  for (const link of links) {
    texts.filter(text => overlap(text.box, link.box) && link.points.some(point => within(point, text.box)))
      .forEach(text => report('line through a text', `${link.name} through ${text.name}`));
    entities.filter(entity => !link.ends.includes(entity) && overlap(entity.box, link.box)
      && link.points.some(point => within(point, entity.box) && entity.holds(point)))
      .forEach(entity => report('line through an entity or a card', `${link.name} through ${entity.name}`));
    // Every line ends at a card's frame, half of the stroke on it.
    cards.filter(card => link.points.some(point => within(point, grown(card.box, -0.5))))
      .forEach(card => report('line through an entity or a card', `${link.name} through the ${card.name}`));
    if (!contains(page, link.box)) report('text out of its shape or off the page', link.name);
  }

  alongEachOther().forEach(([a, b]) => report('two lines along each other', `${a.name} and ${b.name}`));

  // Closer than 1 pt from stroke to stroke for more than 16 pt; of lines with a common end for more than 30 pt and a
  // third of the shorter one, beyond 12 pt from that end's outline.
  function alongEachOther() {
    const side = 8;
    const cell = (x, y) => `${Math.floor(x / side)} ${Math.floor(y / side)}`;
    const cells = new Map();
    links.forEach((link, index) => link.middle.forEach(point => {
      const key = cell(point.x, point.y);
      if (!cells.has(key)) cells.set(key, []);
      cells.get(key).push({ index, point });
    }));
    const shared = (a, b) => a.ends.filter(end => b.ends.includes(end));
    const meets = (point, end) => within(point, end.box) && end.holds(point)
      || end.outline.some(other => Math.hypot(other.x - point.x, other.y - point.y) < 12);
    const close = new Map();
    links.forEach((link, index) => link.middle.forEach(point => {
      const near = new Set();
      for (const dx of [-side, 0, side]) for (const dy of [-side, 0, side]) {
        for (const other of cells.get(cell(point.x + dx, point.y + dy)) ?? []) {
          const reach = 1 + (link.width + links[other.index].width) / 2;
          if (Math.hypot(other.point.x - point.x, other.point.y - point.y) < reach) near.add(other.index);
        }
      }
      near.delete(index);
      for (const other of near) {
        if (shared(link, links[other]).some(end => meets(point, end))) continue;
        const key = `${index} ${other}`;
        close.set(key, (close.get(key) ?? 0) + step);
      }
    }));
    const pairs = links.flatMap((a, i) => links.slice(i + 1).map((b, k) => [a, b, i, i + 1 + k]));
    return pairs.filter(([a, b, i, k]) => {
      const length = Math.max(close.get(`${i} ${k}`) ?? 0, close.get(`${k} ${i}`) ?? 0);
      return shared(a, b).length === 0 ? length > 16 : length > 30 && length > Math.min(a.length, b.length) / 3;
    });
  }

  return { texts: texts.length, shapes: shapes.length, lines: links.length, faults };
}
