import type { TimeUnit } from './freshness';
import type { Dialect } from './messageSignature/dialects';
import type { Place } from './place';

/** How the text of a digest or of a key is written. */
export type Encoding = 'hex' | 'base64' | 'base64url';

/** How a secret as it is shown to users becomes the key of a MAC. */
export interface SecretForm {
	/** `utf8`: its characters are the key. `base64` and `hex`: it is decoded first. */
	encoding: 'utf8' | 'base64' | 'hex';
	/** Taken off where a secret begins with it, such as `whsec_`. */
	prefix?: string;
	/**
	 * Whether white space around the secret is dropped, for providers that do so or never issue any.
	 */
	trim?: boolean;
}

/** The sender repeats our secret at a place; nothing is signed. */
export interface SharedSecretScheme {
	kind: 'sharedSecret';
	at: Place;
}

/** The sender signs in with a user name and our secret as the password (RFC 7617); nothing is signed. */
export interface BasicAuthScheme {
	kind: 'basicAuth';
}

/** Where a signature, its time and its id stand, and what was signed. */
export interface SignedContent {
	signature: {
		/**
		 * Names of the header, the first one that is present counts; other headers take the name at the
		 * same place.
		 */
		headers: readonly string[];
		/** In place of a header. */
		at?: Place;
		/** Whether every header of the list counts, as often as it comes: one for each key in use. */
		all?: true;
		/** What stands between the parts of the header's value; without it, the value is one part. */
		separator?: string;
		/**
		 * How a part that is a signature begins, such as `sha256=` or `v1,`; parts that begin otherwise
		 * are skipped.
		 */
		prefix?: string;
		/**
		 * Whether spaces around a part are dropped. Around the header's value they always are, as HTTP
		 * has it.
		 */
		trimParts?: boolean;
	};
	encoding: Encoding;
	/** What is signed, of the places that `contentTemplate` knows and any text between them. */
	content: string;
	/** Another content for deliveries that have this parameter in their URL, which must be the body's SHA-256. */
	withDigestInUrl?: { parameter: string; content: string };
	/**
	 * A header of its own, a part of the signature header that begins with `prefix`, such as `t=`, or
	 * any place. One in the body need not stand in a content that has the whole `{body}`.
	 */
	timestamp?: { unit: TimeUnit } & (
		| { headers: readonly string[]; prefix?: undefined; at?: undefined }
		| { prefix: string; headers?: undefined; at?: undefined }
		| { at: Place; headers?: undefined; prefix?: undefined }
	);
	/** Where the signed id of the event is. */
	id?: { headers: readonly string[] };
	/** Whether places of the content may be missing: they count as empty then. */
	allowsBlank?: true;
}

/** The sender sends a MAC of the delivery. */
export interface HmacScheme extends SignedContent {
	kind: 'hmac';
	algorithm: 'sha256' | 'sha512' | 'sha1';
	secret: SecretForm;
	/**
	 * How a part begins that is an ed25519 signature of the same content, checked with the public
	 * keys.
	 */
	ed25519?: { prefix: string };
}

/** Ways to sign with a key pair: ECDSA is that of P-256 with SHA-256 in DER, RSA is PKCS#1 v1.5. */
export type PublicKeyAlgorithm = 'ed25519' | 'ecdsa' | 'rsa-sha256' | 'rsa-sha1';

/** The sender signs the delivery with a key pair of its own. */
export interface PublicKeyScheme extends SignedContent {
	kind: 'publicKey';
	/** Always the same one, or chosen by what the delivery has at a place. */
	algorithm: PublicKeyAlgorithm | { at: Place; values: Record<string, PublicKeyAlgorithm> };
}

export type JwtAlgorithm = 'HS256' | 'RS256' | 'ES256';

/** The sender sends a JWT in a header, with or without `Bearer ` before it. */
export interface JwtScheme {
	kind: 'jwt';
	header: string;
	/** HS256 takes the secrets, the others the public keys. */
	algorithms: readonly JwtAlgorithm[];
	/** The claim with the body's SHA-256. Without it, the token tells only who sent the delivery. */
	digest?: { claim: string; encoding: Encoding };
	/** Whether a token may go without `exp`; then its digest or `iat` binds it. */
	mayLackExpiry?: true;
	/** Whether the digest alone binds a token that says nothing of time. */
	mayLackTime?: true;
	/** Claims that must have one of these values; `{url}` is the URL, `{secret}` the text of the secret. */
	claims?: Record<string, ReadonlyArray<string | boolean>>;
	/** Set where whoever has the secret may have made it, not only a known issuer. */
	anyIssuer?: true;
	/** Seconds that the clocks may differ when `exp` and `nbf` are checked. */
	leeway: number;
	secret: SecretForm;
}

/** What a message signature must cover at least. */
export type Covered = 'body' | 'method' | 'target';

/** The sender signs parts of the HTTP message (RFC 9421) and the body's digest (RFC 9530). */
export interface MessageSignatureScheme {
	kind: 'messageSignature';
	algorithm: 'ed25519' | 'hmac-sha256';
	/** Accepted ways to build what is signed. */
	dialects: readonly Dialect[];
	covers: readonly Covered[];
	secret: SecretForm;
}

/** How a provider signs, as data. */
export type Scheme =
	| SharedSecretScheme
	| BasicAuthScheme
	| HmacScheme
	| PublicKeyScheme
	| JwtScheme
	| MessageSignatureScheme;

/** What a scheme is checked with. A blank entry of any list never passes anything. */
export interface Keys {
	/** Several while a secret is being changed. */
	secrets: readonly string[];
	/** In any notation that `publicKeysIn` reads. */
	publicKeys?: readonly string[];
	/** Who may have issued a JWT: for LiveKit the API keys. */
	issuers?: readonly string[];
	/** For whom a JWT must have been made; the URL where none is named. */
	audience?: string;
	/** Of basic authentication. */
	username?: string;
}
