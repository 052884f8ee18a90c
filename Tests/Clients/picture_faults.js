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
      points, middle, box: around(points), parts: middles.map(sampled),
      heads: all(':scope > polygon', group).map(sampled),
      width: Math.max(...middles.map(path => parseFloat(path.getAttribute('stroke-width')))),
      length: middles.reduce((sum, path) => sum + path.getTotalLength(), 0),
      group, name: group.id || nameless(group, points),
      ends: endsOf(group, points),
    };
  });

  function nameless(group, points) {
    const relation = group.querySelector('.relation') ?? relationInNearestCard(points);
    const isTrunk = group.matches('.connector') && group.querySelector(':scope > title');
    return relation && !isTrunk ? `line to the card with ${relation.id}` : `trunk from ${group.dataset.hub}`;
  }

  // A relation of the hub's card at which the line ends.
  function relationInNearestCard(points) {
    const distance = (point, box) => Math.hypot(
      Math.max(box.left - point.x, 0, point.x - box.right), Math.max(box.top - point.y, 0, point.y - box.bottom));
    const distances = cards.filter(card => card.group.parentElement.matches('.entities'))
      .map(card => ({ card, least: Math.min(...points.map(point => distance(point, card.box))) }));
    return distances.sort((a, b) => a.least - b.least)[0]?.card.group.querySelector('.relation');
  }

  // The entities that a line belongs to. That to a hub's card belongs to the entity that all rows have in common.
  function endsOf(group, points) {
    const pair = relation => [relation.dataset.subject, relation.dataset.object];
    let ids;
    if (group.matches('.connector')) {
      ids = [group.dataset.hub];
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
    // What is in a shape that lies on this one is told with that.
    texts.filter(text => !shape.group.contains(text.element) && overlap(text.box, shape.box)
      && !shapes.some(own => own.group.contains(text.element) && overlap(own.box, shape.box)))
      .forEach(text => report('shape on a shape', `${text.name} on ${shape.name}`));
    if (!contains(page, shape.box)) report('text out of its shape or off the page', shape.name);
  });

  for (const link of links) {
    texts.filter(text => overlap(text.box, link.box) && link.points.some(point => within(point, text.box)))
      .forEach(text => report('line through a text', `${link.name} through ${text.name}`));
    entities.filter(entity => !link.ends.includes(entity) && overlap(entity.box, link.box)
      && link.points.some(point => within(point, entity.box) && entity.holds(point)))
      .forEach(entity => report('line through an entity or a card', `${link.name} through ${entity.name}`));
    // At the edge of its own entity it ends: it is not to come in at one side and go out at another.
    link.ends.filter(entity => overlap(entity.box, link.box)).filter(entity => step * link.middle.filter(point =>
      within(point, grown(entity.box, -3)) && entity.holds(point)
      && !entity.outline.some(other => Math.hypot(other.x - point.x, other.y - point.y) < 3)).length > 9)
      .forEach(entity => report('line through an entity or a card', `${link.name} through its own ${entity.name}`));
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

  // How lines run: none of it is a fault, all of it is hard to read.

  // The lines within `reach` of a point that are not `index`.
  const side = 10;
  const cells = new Map();
  links.forEach((link, index) => link.parts.forEach(part => part.forEach((point, place) => {
    const key = `${Math.floor(point.x / side)} ${Math.floor(point.y / side)}`;
    if (!cells.has(key)) cells.set(key, []);
    cells.get(key).push({ index, point, next: part[place + 1], along: heading(part, place) });
  })));
  function* near(point, reach) {
    for (const dx of [-side, 0, side]) for (const dy of [-side, 0, side]) {
      const key = `${Math.floor((point.x + dx) / side)} ${Math.floor((point.y + dy) / side)}`;
      for (const other of cells.get(key) ?? []) {
        if (Math.hypot(other.point.x - point.x, other.point.y - point.y) <= reach) yield other;
      }
    }
  }
  function heading(part, place) {
    const [from, to] = [part[Math.max(0, place - 1)], part[Math.min(part.length - 1, place + 1)]];
    return Math.atan2(to.y - from.y, to.x - from.x);
  }
  const turn = (a, b) => Math.abs(Math.atan2(Math.sin(a - b), Math.cos(a - b)));
  const distance = (a, b) => Math.hypot(a.x - b.x, a.y - b.y);
  const doCross = (a, b, c, d) => {
    const side = (p, q, r) => (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
    return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
  };

  // Places where two lines cross.
  const crossings = links.map((link, index) => {
    const places = new Set();
    link.parts.forEach(part => part.slice(1).forEach((end, place) => {
      for (const other of near(part[place], 3)) {
        if (other.index !== index && other.next && doCross(part[place], end, other.point, other.next)) {
          places.add(`${other.index} ${Math.round(end.x / 6)} ${Math.round(end.y / 6)}`);
        }
      }
    }));
    return places.size;
  });

  // A turn of more than 30 degrees within 10 pt.
  const kinks = links.filter(link => link.parts.some(part => part.some((point, place) =>
    place + 10 < part.length && turn(heading(part, place + 1), heading(part, place + 9)) > Math.PI / 6)));

  // More than 1.6 times the straight way, which would cross fewer than three lines, texts or shapes more.
  const middleOf = box => ({ x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 });
  const detours = links.filter((link, index) => {
    if (link.ends.length !== 2 || link.parts.length !== 2) return false;
    const [one, other] = link.ends.map(end => middleOf(end.box));
    const [first, last] = [link.parts[0], link.parts[1]];
    const ends = [first[0], last[last.length - 1]];
    const lead = Math.min(
      distance(one, ends[0]) + distance(other, ends[1]), distance(one, ends[1]) + distance(other, ends[0]));
    const way = link.length + distance(first[first.length - 1], last[0]) + lead;
    if (way <= 1.6 * distance(one, other)) return false;
    const count = Math.ceil(distance(one, other));
    const straight = Array.from({ length: count + 1 }, (_, i) =>
      ({ x: one.x + (other.x - one.x) * i / count, y: one.y + (other.y - one.y) * i / count }));
    const crossed = new Set();
    straight.slice(1).forEach((end, place) => {
      for (const hit of near(straight[place], 3)) {
        if (hit.index !== index && hit.next && doCross(straight[place], end, hit.point, hit.next)) crossed.add(hit.index);
      }
    });
    const inTheWay = [...texts.filter(text => !text.element.closest('.entity, .card')), ...shapes]
      .filter(thing => !link.ends.includes(thing) && !link.group.contains(thing.element ?? thing.group)
        && straight.some(point => within(point, thing.box)));
    return crossed.size + inTheWay.length < crossings[index] + 3;
  });

  // Closer than 4 pt in the same direction, for more than a quarter of the shorter one, beyond 12 pt from a common end.
  const beside = new Map();
  links.forEach((link, index) => link.parts.forEach(part => part.forEach((point, place) => {
    const along = heading(part, place);
    const found = new Set();
    for (const other of near(point, 4)) {
      const angle = turn(along, other.along);
      if (other.index !== index && Math.min(angle, Math.PI - angle) < Math.PI / 12) found.add(other.index);
    }
    for (const other of found) {
      if (link.ends.some(end => links[other].ends.includes(end) && distanceTo(end, point) < 12)) continue;
      const key = `${Math.min(index, other)} ${Math.max(index, other)} ${index}`;
      beside.set(key, (beside.get(key) ?? 0) + step);
    }
  })));
  function distanceTo(shape, point) {
    const { left, top, right, bottom } = shape.box;
    return Math.hypot(Math.max(left - point.x, 0, point.x - right), Math.max(top - point.y, 0, point.y - bottom));
  }
  const pairs = new Set([...beside].filter(([key, length]) => {
    const [a, b] = key.split(' ').map(Number);
    return length > Math.min(links[a].length, links[b].length) / 4;
  }).map(([key]) => key.split(' ').slice(0, 2).join(' ')));

  // More than six lines within 10 pt, one for each square of 20 pt.
  const crowds = new Set();
  links.forEach(link => link.parts.forEach(part => part.forEach(point => {
    if (new Set([...near(point, 5)].map(other => other.index)).size > 6) {
      crowds.add(`${Math.floor(point.x / 20)} ${Math.floor(point.y / 20)}`);
    }
  })));

  // Heads of two lines closer than 2 pt.
  const heads = links.flatMap((link, index) => link.heads.map(points => ({ index, points, box: around(points) })));
  const touching = heads.flatMap((head, index) => heads.slice(index + 1).filter(other =>
    other.index !== head.index && overlap(grown(head.box, 2), other.box)
    && head.points.some(point => other.points.some(far => distance(point, far) < 2))));

  const running = {
    width: page.right, height: page.bottom, crossings: crossings.reduce((sum, count) => sum + count, 0) / 2,
    kinks: kinks.map(link => link.name), detours: detours.map(link => link.name), besides: pairs.size,
    crowds: crowds.size, heads: touching.length,
  };
  return { texts: texts.length, shapes: shapes.length, lines: links.length, faults, running };
}
