import type { PhotosText } from "./photos-zh-cn.ts";

export const photosEn: PhotosText = {
  photos: {
    label: "Photos",
    count: (count, most) => `${count} of ${most}`,
    take: "Take a photo",
    choose: "Choose photos",
    hint: (most) =>
      `${most} at most; made smaller, and rid of the place and other data in them, before they are sent.`,
    one: (number) => `Photo ${number}`,
    remove: (number) => `Remove photo ${number}`,
    retry: "Try again",
    retryOne: (number) => `Upload photo ${number} again`,
    leftOut: (count, most) => `${most} at most: ${count} more were left out.`,
    states: {
      reading: "Preparing",
      sending: "Uploading",
      waiting: "No connection; it is uploaded when there is one",
      kept: "Uploaded",
      held: "Added",
      refused: "Not uploaded",
    },
    troubles: {
      unreadable: "This picture cannot be read. Choose a JPEG or PNG, or take a photo",
      "too-large": "This file is too large (over 40 MB). Choose another",
    },
  },
};
