import type { TimeUnit } from './freshness';
import type { Dialect } from './messageSignature/dialects';

/** How the text of a digest or of a key is written. */
export type Encoding = 'hex' | 'base64' | 'base64url';

/** How a secret as it is shown to users becomes the key of a MAC. */
export interface SecretForm {
	/** `utf8`: its characters are the key. `base64`: it is decoded first. */
	encoding: 'utf8' | 'base64';
	/** Taken off where a secret begins with it, such as `whsec_`. */
	prefix?: string;
	/**
	 * Whether white space around the secret is dropped, for providers that do so or never issue any.
	 */
	trim?: boolean;
}

/** The sender repeats our secret in a header. */
export interface SharedSecretScheme {
	kind: 'sharedSecret';
	header: string;
}

/** The sender sends a MAC of the delivery in a header. */
export interface HmacScheme {
	kind: 'hmac';
	signature: {
		/**
		 * Names of the header, the first one that is present counts; other headers take the name at the
		 * same place.
		 */
		headers: readonly string[];
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
	algorithm: 'sha256' | 'sha512' | 'sha1';
	encoding: Encoding;
	/**
	 * What is signed, of `{timestamp}`, `{id}`, `{method}`, `{url}`, `{body}` and any text between
	 * them.
	 */
	content: string;
	/**
	 * A header of its own, or a part of the signature header that begins with `prefix`, such as `t=`.
	 */
	timestamp?: { unit: TimeUnit } & (
		| { headers: readonly string[]; prefix?: undefined }
		| { prefix: string; headers?: undefined }
	);
	/** Where the signed id of the event is. */
	id?: { headers: readonly string[] };
	secret: SecretForm;
	/**
	 * How a part begins that is an ed25519 signature of the same content, checked with the public
	 * keys.
	 */
	ed25519?: { prefix: string };
}

/** The sender sends a JWT, signed with HS256, whose claim carries the body's SHA-256. */
export interface BodyJwtScheme {
	kind: 'bodyJwt';
	header: string;
	/** Name of the claim with the base64 of the body's SHA-256. */
	digestClaim: string;
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
export type Scheme = SharedSecretScheme | HmacScheme | BodyJwtScheme | MessageSignatureScheme;

/** What a scheme is checked with. A blank entry of any list never passes anything. */
export interface Keys {
	/** Several while a secret is being changed. */
	secrets: readonly string[];
	/** ed25519: PEM, an OpenSSH line, or base64 of the 32 bytes with or without `whpk_`. */
	publicKeys?: readonly string[];
	/** Who may have issued a JWT: for LiveKit the API keys. */
	issuers?: readonly string[];
}
