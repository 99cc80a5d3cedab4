import { getFont, type ParsedGlyph } from '../layout/fonts.js';
import { mm, paper, SEAL_DIAMETER } from '../layout/paper.js';

const RADIUS = SEAL_DIAMETER / 2;
const RIM = mm(1.1);
const STAR = mm(7);

/**
 * Draws a round red seal as PDF operators in a square of `SEAL_DIAMETER` points: rim, name of the body around a star, and the title of a special
 * seal under it. Characters are outlines, so the picture needs no font and looks the same everywhere.
 */
export function drawSeal(bodyName: string, title: string | null): Buffer {
  const [red, green, blue] = paper.red.map((part) => (part / 255).toFixed(3));
  const parts = [
    `q /Multiply gs ${red} ${green} ${blue} rg ${red} ${green} ${blue} RG`,
    `1 0 0 1 ${f(RADIUS)} ${f(RADIUS)} cm`,
    `${f(RIM)} w ${circle(RADIUS - RIM / 2 - 0.5)} S`,
    `${star(STAR)} f`,
    ...nameAround([...bodyName]),
    ...(title ? titleBelow([...title]) : []),
    'Q',
  ];
  return Buffer.from(parts.join('\n'), 'latin1');
}

/** Characters stand upright on an arc, first one lower left, last one lower right; a long name takes a longer arc and narrower characters. */
function nameAround(characters: string[]): string[] {
  const size = characters.length > 18 ? mm(4.4) : mm(5.2);
  const base = RADIUS - RIM - mm(0.9) - size * 0.9;
  const longestArc = (characters.length > 12 ? 270 : 225) * (Math.PI / 180);
  const easy = (size * 1.22) / (base + size * 0.4);
  const step = characters.length > 1 ? Math.min(easy, longestArc / (characters.length - 1)) : 0;
  const narrow = Math.min(1, (step || 1) / (easy / 1.12));
  const first = -(step * (characters.length - 1)) / 2;
  return characters.map((character, index) => {
    const angle = first + step * index;
    const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
    // Turn clockwise by `angle`, then go out along the radius to the base line of the arc.
    return `q ${f(cos)} ${f(-sin)} ${f(sin)} ${f(cos)} ${f(base * sin)} ${f(base * cos)} cm ${glyph(character, size, narrow)} Q`;
  });
}

function titleBelow(characters: string[]): string[] {
  const size = Math.min(mm(4.2), mm(26) / characters.length);
  const left = -(size * (characters.length - 1)) / 2;
  return characters.map((character, index) => `q 1 0 0 1 ${f(left + size * index)} ${f(-STAR - size * 1.35)} cm ${glyph(character, size, 0.95)} Q`);
}

/** Outline of a character, centred on the origin, standing on the base line. */
function glyph(character: string, size: number, narrow: number): string {
  const codePoint = character.codePointAt(0)!;
  const font = getFont('bold').hasGlyphForCodePoint(codePoint) ? getFont('bold') : getFont('sans');
  const outline = font.glyphForCodePoint(codePoint);
  const scale = size / font.unitsPerEm;
  return `${f(scale * narrow, 5)} 0 0 ${f(scale, 5)} ${f((-outline.advanceWidth * scale * narrow) / 2)} 0 cm ${outlineOperators(outline)} f`;
}

/** TrueType outlines have quadratic curves; PDF knows cubic ones only. */
function outlineOperators(outline: ParsedGlyph): string {
  const operators: string[] = [];
  let [x, y] = [0, 0];
  for (const { command, args } of outline.path.commands) {
    const [a, b, c, d, e, g] = args as [number, number, number, number, number, number];
    switch (command) {
      case 'moveTo':
        operators.push(`${f(a)} ${f(b)} m`);
        [x, y] = [a, b];
        break;
      case 'lineTo':
        operators.push(`${f(a)} ${f(b)} l`);
        [x, y] = [a, b];
        break;
      case 'quadraticCurveTo':
        operators.push(`${f(x + (2 / 3) * (a - x))} ${f(y + (2 / 3) * (b - y))} ${f(c + (2 / 3) * (a - c))} ${f(d + (2 / 3) * (b - d))} ${f(c)} ${f(d)} c`);
        [x, y] = [c, d];
        break;
      case 'bezierCurveTo':
        operators.push(`${f(a)} ${f(b)} ${f(c)} ${f(d)} ${f(e)} ${f(g)} c`);
        [x, y] = [e, g];
        break;
      default:
        operators.push('h');
    }
  }
  return operators.join(' ');
}

function star(radius: number): string {
  const inner = radius * 0.382;
  const points = Array.from({ length: 10 }, (_, index) => {
    const length = index % 2 === 0 ? radius : inner;
    const angle = (index * Math.PI) / 5;
    return `${f(length * Math.sin(angle))} ${f(length * Math.cos(angle))}`;
  });
  return `${points[0]} m ${points.slice(1).join(' l ')} l h`;
}

function circle(radius: number): string {
  const k = radius * 0.55228;
  const r = f(radius);
  const [p, n, m] = [f(k), f(-k), f(-radius)];
  return `${r} 0 m ${r} ${p} ${p} ${r} 0 ${r} c ${n} ${r} ${m} ${p} ${m} 0 c ${m} ${n} ${n} ${m} 0 ${m} c ${p} ${m} ${r} ${n} ${r} 0 c h`;
}

function f(value: number, decimals = 2): string {
  return String(Number(value.toFixed(decimals)));
}
