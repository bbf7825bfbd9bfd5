using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Fraud.Collect.Sources.Forums;

/// <summary>Finds which post another one answers: the first it quotes with a link, or the one it is nested in.</summary>
internal static partial class QuotedPost
{
    private const string Quotes = "blockquote[data-source], blockquote a[href], .quote a[href], .quotetitle a[href], cite a[href], blockquote[data-post], aside.quote[data-post], [component='post/parent'][data-topid]";

    /// <summary>The element id of the post answered, by the make of the answering one's: "p12" of "p31"; empty when not told.</summary>
    public static string Of(IElement post, IElement body, ForumShape shape)
    {
        var own = post.GetAttribute("id") ?? post.GetAttribute("data-pid") ?? "";
        if (!own.Any(char.IsAsciiDigit))
        {
            return "";
        }

        foreach (var quote in body.QuerySelectorAll(Quotes).Concat(post.QuerySelectorAll("[component='post/parent'][data-topid]")).Take(20))
        {
            var number = quote.GetAttribute("data-post-id") ?? quote.GetAttribute("data-topid") ?? Number().Match(quote.GetAttribute("data-source") ?? quote.GetAttribute("href") ?? "").Groups[1].Value;
            if (number.Length > 0 && Digits().Replace(own, number, 1) is var answered && answered != own)
            {
                return answered;
            }
        }

        return post.ParentElement?.Closest(shape.Post)?.GetAttribute("id") ?? "";
    }

    [GeneratedRegex("(?:[?&](?:pid|p|id)=|#(?:pid|p|post-?)|post[:/] ?|post_)([0-9]{1,12})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Number();

    [GeneratedRegex("[0-9]+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Digits();
}
