/** A mobile number 3-4-4; anything else as it is. */
export function formatPhoneShort(phone: string): string {
  return /^1\d{10}$/.test(phone) ? `${phone.slice(0, 3)} ${phone.slice(3, 7)} ${phone.slice(7)}` : phone;
}
