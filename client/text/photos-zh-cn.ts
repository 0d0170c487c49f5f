/** The part of a page that takes or chooses pictures. */
export const photosZhCn = {
  photos: {
    label: "照片",
    count: (count: number, most: number) => `${count}/${most} 张`,
    take: "拍照",
    choose: "选择照片",
    hint: (most: number) => `最多 ${most} 张；上传前自动压缩，并去除拍摄地点等附加信息。`,
    one: (number: number) => `第 ${number} 张照片`,
    remove: (number: number) => `删除第 ${number} 张照片`,
    retry: "重新上传",
    retryOne: (number: number) => `重新上传第 ${number} 张照片`,
    leftOut: (count: number, most: number) => `最多 ${most} 张，另有 ${count} 张未加入。`,
    states: {
      reading: "正在处理",
      sending: "正在上传",
      waiting: "网络不通，联网后自动上传",
      kept: "已上传",
      held: "已添加",
      refused: "未能上传",
    },
    troubles: {
      unreadable: "无法读取这张图片，请换一张 JPEG 或 PNG 格式的照片，或直接拍照",
      "too-large": "图片文件过大（超过 40 MB），请换一张",
    },
  },
};
export type PhotosText = typeof photosZhCn;
