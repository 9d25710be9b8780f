import type { BodyField } from '../../body/bodyField';

/** reference/pi-pipai-pipevest.md 1.8 */
const HINTS: ReadonlyArray<readonly [name: string, label: string]> = [
	['ageRange', 'Age Range'],
	['artDirection', 'Art Direction'],
	['avatarComposition', 'Avatar Composition'],
	['background', 'Background'],
	['bodyType', 'Body Type'],
	['cameraView', 'Camera View'],
	['customGenderExpression', 'Custom Gender Expression'],
	['ethnicity', 'Ethnicity'],
	['expression', 'Expression'],
	['eyeColor', 'Eye Color'],
	['eyeDirection', 'Eye Direction'],
	['filterCulture', 'Filter Culture'],
	['filterIndustry', 'Filter Industry'],
	['genderExpression', 'Gender Expression'],
	['hairColor', 'Hair Color'],
	['hairStyle', 'Hair Style'],
	['headOrientation', 'Head Orientation'],
	['lighting', 'Lighting'],
	['mood', 'Mood'],
	['outfitCategory', 'Outfit Category'],
	['poseStyle', 'Pose Style'],
	['roleArchetype', 'Role Archetype'],
	['skinTone', 'Skin Tone'],
	['visualInfluence', 'Visual Influence'],
];

export const hintsField: BodyField = {
	property: {
		displayName: 'Hints',
		name: 'hints',
		type: 'collection',
		placeholder: 'Add Hint',
		default: {},
		options: [
			{
				displayName: 'Accessories',
				name: 'accessories',
				type: 'string',
				typeOptions: { multipleValues: true },
				default: [],
				placeholder: 'e.g. glasses',
				description: 'Up to 32',
			},
			...HINTS.map(([name, displayName]) => ({
				displayName,
				name,
				type: 'string' as const,
				default: '',
			})),
		],
	},
};
