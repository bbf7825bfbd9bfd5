using System.Text.Json.Nodes;
using Fraud.Cases;
using Fraud.Findings;

namespace Fraud.Report.Formats.Stix;

/// <summary>What of a case can be observed elsewhere. STIX has no phone, wallet or messenger object: they are user accounts of that type.</summary>
internal static class StixObservables
{
    private const int LongestValue = 500;

    /// <summary>Where it was posted.</summary>
    public static JsonObject? Place(StixObjects make, ConfirmedCase confirmed) =>
        WebAddress.Of(confirmed.Assessed.Post.Url) is { } url ? make.Observable("url", new KeyValuePair<string, string>("value", url)) : null;

    /// <summary>Accounts and addresses of the seller, each once.</summary>
    public static IReadOnlyList<JsonObject> Seller(StixObjects make, ConfirmedCase confirmed)
    {
        var made = confirmed.SellerContacts().Select(c => Of(make, c)).ToList();
        var post = confirmed.Assessed.Post;
        if (confirmed.IsPitch() && IsPlain(post.Author))
        {
            made.Insert(0, Account(make, post.Source, post.Author));
        }

        return [.. made.OfType<JsonObject>().DistinctBy(o => (string)o["id"]!)];
    }

    /// <summary>The STIX pattern that finds an observable again.</summary>
    public static string Pattern(JsonObject observable) => (string)observable["type"]! switch
    {
        "user-account" => $"[user-account:account_login = {Quote(observable, "account_login")} AND user-account:account_type = {Quote(observable, "account_type")}]",
        var type => $"[{type}:value = {Quote(observable, "value")}]",
    };

    /// <summary>What a person would call it, such as "wechat tk_8888".</summary>
    public static string Title(JsonObject observable) =>
        observable["value"] is { } value ? (string)value! : $"{(string)observable["account_type"]!} {(string)observable["account_login"]!}";

    private static JsonObject? Of(StixObjects make, Contact contact) => contact.Kind switch
    {
        "url" => WebAddress.Of(contact.Value) is { } url ? make.Observable("url", new KeyValuePair<string, string>("value", url)) : null,
        "email" => WebAddress.IsMail(contact.Value) ? make.Observable("email-addr", new KeyValuePair<string, string>("value", contact.Value)) : null,
        _ => IsPlain(contact.Value) ? Account(make, contact.Kind, contact.Value) : null,
    };

    private static JsonObject Account(StixObjects make, string type, string login) => make.Observable("user-account", new("account_type", type), new("account_login", login));

    private static bool IsPlain(string value) => value.Length is > 0 and <= LongestValue && !value.Any(c => char.IsControl(c) || char.IsSurrogate(c) || c == Text.SpanMask.Mark);

    private static string Quote(JsonObject observable, string property) =>
        $"'{((string)observable[property]!).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)}'";
}
