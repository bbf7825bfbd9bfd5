using Fraud.Posts;
using Fraud.Text;

namespace Fraud.Storage.Posts;

/// <summary>Hides secrets in a post such that <see cref="Post.Body"/> keeps its layout: offsets found in the clear body stay right in the masked one.</summary>
internal static class PostMask
{
    private const char OtherMark = '\u25E6';

    public static Post Apply(Post post, ISecretMasker masker)
    {
        var masked = ApplyToBody(post, body => Storable(Guard(body, masker.Mask(body))));
        return masked with
        {
            NativeId = Hide(post.NativeId),
            Url = Hide(post.Url),
            Author = Hide(post.Author),
            Language = Hide(post.Language),
            Links = [.. post.Links.Select(Hide)],
            Images = [.. post.Images.Select(Hide)],
            ReplyTo = post.ReplyTo.Length > 0 ? Hide(post.ReplyTo) : "",
            Listing = post.Listing is { } l ? l with { Currency = Hide(l.Currency), Seller = Hide(l.Seller), SellerUrl = Hide(l.SellerUrl) } : null,
        };

        string Hide(string text) => Storable(masker.Mask(text));
    }

    /// <summary>Hides spans of the body in title and text.</summary>
    public static Post Apply(Post post, IReadOnlyList<TextSpan> spans) => spans.Count == 0 ? post : ApplyToBody(post, body => SpanMask.Hide(body, spans));

    // The body is masked whole, because a secret may need the words around it to be seen as one
    private static Post ApplyToBody(Post post, Func<string, string> mask)
    {
        var headed = post.Title.Length > 0 && !post.Text.StartsWith(post.Title, StringComparison.Ordinal);
        var start = headed ? post.Title.Length + 1 : 0;
        var clear = post.Body;
        var body = mask(clear);
        if (ReferenceEquals(body, clear))
        {
            // Nothing was hidden
            return post;
        }

        var title = body[..post.Title.Length];
        var text = body[start..(start + post.Text.Length)];
        if (headed && text.StartsWith(title, StringComparison.Ordinal))
        {
            // Two different secrets look alike once hidden, and the body would lose its head line
            title = title[..^1] + OtherMark;
        }

        return post with { Title = title, Text = text };
    }

    // Databases end a text at NUL, which would move what comes after it
    private static string Storable(string text) => text.Replace('\0', '\uFFFD');

    // A masker that changes the length would move every offset: then nothing of the text may rest
    private static string Guard(string body, string masked) =>
        masked.Length == body.Length ? masked : SpanMask.Hide(body, [new TextSpan(0, body.Length)]);
}
