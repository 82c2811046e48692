import { applyDecorators } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';

/** Of a file whose media type is its own. */
export const ANY_TYPE = '*/*';

/** Declares an answer that is a text or a file of this media type, and nothing of what is in it. */
export const AnswersFile = (type: string, description: string): MethodDecorator => {
  const isText = type.startsWith('text/');
  const schema = { type: 'string', ...(isText ? {} : { format: 'binary' }) } as const;
  return applyDecorators(
    ApiResponse({ status: 200, description, content: { [type]: { schema } } }),
  );
};
