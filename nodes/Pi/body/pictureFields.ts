import type { BodyField } from './bodyField';
import {
	brandIdentityField,
	brandIdField,
	correlationFields,
	outputField,
	promptField,
	referenceImages,
} from './fields';

/** The one contract of images, ads and campaigns (docs/reference/pi.md 8). */
export const pictureFields: BodyField[] = [
	promptField('What the image shall show', 'A barista in a sunlit café'),
	referenceImages({ most: 6, takesUrl: true }),
	brandIdField,
	brandIdentityField,
	outputField,
	...correlationFields,
];
