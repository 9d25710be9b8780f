import { decode } from '../decode';
import {
	type BareItem,
	type Dictionary,
	type InnerList,
	type Item,
	type Parameters,
	Token,
} from './structuredFields';

/** What the parser asks of a string, so that a test can count how often it asks. */
export type Characters = Pick<string, 'length' | 'charCodeAt' | 'slice'>;

const codes = (characters: string) => new Set(Array.from(characters, (one) => one.charCodeAt(0)));
const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const DIGITS = '0123456789';
const LETTERS = LOWER + LOWER.toUpperCase();
const SPACE = codes(' ');
const WHITE = codes(' \t');
const DIGIT = codes(DIGITS);
const KEY_START = codes(`${LOWER}*`);
const KEY = codes(`${LOWER}${DIGITS}_-.*`);
const TOKEN_START = codes(`${LETTERS}*`);
const TOKEN = codes(`${LETTERS}${DIGITS}:/!#$%&'*+-.^_\`|~`);
const BASE64 = codes(`${LETTERS}${DIGITS}+/=`);
const PLAIN = codes(
	Array.from({ length: 0x5f }, (_, at) => String.fromCharCode(0x20 + at))
		.join('')
		.replace(/["\\]/g, ''),
);

/**
 * Reads a dictionary (RFC 9651, 4.2.2) from left to right, every character once; undefined where it
 * is malformed. Keys that come twice are refused, and so are decimals, dates and display strings:
 * nothing here is made of them.
 */
export function parseDictionary(text: Characters): Dictionary | undefined {
	return new Reader(text).dictionary();
}

class Reader {
	private at = 0;

	constructor(private readonly text: Characters) {}

	dictionary(): Dictionary | undefined {
		const members: Dictionary = new Map();
		do {
			this.run(WHITE);
			const key = this.key();
			if (key === undefined || members.has(key)) return undefined;
			const member = this.accept('=') ? this.member() : this.withParameters(true);
			if (!member) return undefined;
			members.set(key, member);
			this.run(WHITE);
		} while (this.accept(','));
		return this.at === this.text.length ? members : undefined;
	}

	private member(): Item | InnerList | undefined {
		return this.accept('(') ? this.innerList() : this.item();
	}

	private innerList(): InnerList | undefined {
		const items: Item[] = [];
		let spaced = true;
		this.run(SPACE);
		while (!this.accept(')')) {
			const item = spaced ? this.item() : undefined;
			if (!item) return undefined;
			items.push(item);
			spaced = this.run(SPACE) !== '';
		}
		const parameters = this.parameters();
		return parameters && { items, parameters };
	}

	private item(): Item | undefined {
		const value = this.bareItem();
		return value === undefined ? undefined : this.withParameters(value);
	}

	private withParameters(value: BareItem): Item | undefined {
		const parameters = this.parameters();
		return parameters && { value, parameters };
	}

	private parameters(): Parameters | undefined {
		const parameters: Parameters = new Map();
		while (this.accept(';')) {
			this.run(SPACE);
			const key = this.key();
			if (key === undefined || parameters.has(key)) return undefined;
			const value = this.accept('=') ? this.bareItem() : true;
			if (value === undefined) return undefined;
			parameters.set(key, value);
		}
		return parameters;
	}

	private bareItem(): BareItem | undefined {
		if (this.accept('"')) return this.string();
		if (this.accept(':')) return this.bytes();
		if (this.accept('?')) return this.accept('1') || (this.accept('0') ? false : undefined);
		if (!TOKEN_START.has(this.next())) return this.integer();
		return new Token(this.run(TOKEN));
	}

	private integer(): number | undefined {
		const sign = this.accept('-') ? -1 : 1;
		const digits = this.run(DIGIT);
		const whole = digits.length >= 1 && digits.length <= 15 && !this.accept('.');
		return whole ? sign * Number(digits) : undefined;
	}

	private string(): string | undefined {
		let value = this.run(PLAIN);
		while (this.accept('\\')) {
			if (this.accept('"')) value += '"';
			else if (this.accept('\\')) value += '\\';
			else return undefined;
			value += this.run(PLAIN);
		}
		return this.accept('"') ? value : undefined;
	}

	private bytes(): Buffer | undefined {
		const bytes = decode(this.run(BASE64), 'base64');
		return this.accept(':') ? bytes : undefined;
	}

	private key(): string | undefined {
		return KEY_START.has(this.next()) ? this.run(KEY) : undefined;
	}

	/** Takes all that follows of these characters. */
	private run(characters: ReadonlySet<number>): string {
		const from = this.at;
		while (this.at < this.text.length && characters.has(this.next())) this.at++;
		return this.text.slice(from, this.at);
	}

	/** Takes one character if it is the next. */
	private accept(character: string): boolean {
		if (this.next() !== character.charCodeAt(0)) return false;
		this.at++;
		return true;
	}

	/** Code of the next character, NaN at the end. */
	private next(): number {
		return this.text.charCodeAt(this.at);
	}
}
