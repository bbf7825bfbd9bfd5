using System.Buffers;

namespace Fraud.Contacts;

/// <summary>Words before a number that say what it is.</summary>
internal static class IdCues
{
    private static readonly SearchValues<string> Identity = SearchValues.Create(["身份证", "身分证", "证件", "证号", "id no", "id:", "id card", "hkid", "identity", "居留证"], StringComparison.Ordinal);
    private static readonly SearchValues<string> Card = SearchValues.Create(["卡号", "银行卡", "信用卡", "储蓄卡", "借记卡", "账号", "账户", "收款", "打款", "汇款", "转账", "card", "iban", "acct", "bank"], StringComparison.Ordinal);
    private static readonly SearchValues<string> Order = SearchValues.Create(["订单", "单号", "快递", "运单", "流水号", "order", "tracking", "invoice no", "编号", "uid", "isbn", "imei", "条码", "批号", "serial"], StringComparison.Ordinal);
    private static readonly SearchValues<string> Phone = SearchValues.Create(["电话", "手机", "热线", "致电", "来电", "拨打", "联系", "微信", "同号", "tel", "phone", "call", "mobile", "whatsapp", "text me", "sms", "line", "☎", "📞", "📱", "号码", "wa"], StringComparison.Ordinal);

    /// <summary>An identity number.</summary>
    public static bool IsNear(ReadOnlySpan<char> before) => before.ContainsAny(Identity);

    /// <summary>A card or account.</summary>
    public static bool IsCard(ReadOnlySpan<char> before) => before.ContainsAny(Card);

    /// <summary>An order or serial number.</summary>
    public static bool IsOrder(ReadOnlySpan<char> before) => before.ContainsAny(Order);

    /// <summary>A telephone.</summary>
    public static bool IsPhone(ReadOnlySpan<char> before) => before.ContainsAny(Phone);
}
