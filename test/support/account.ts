export const accountSid = "AC00000000000000000000000000000001";
export const authToken = "0123456789abcdef0123456789abcdef";
