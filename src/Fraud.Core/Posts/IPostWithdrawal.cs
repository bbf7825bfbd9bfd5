namespace Fraud.Posts;

/// <summary>Honours a deletion on the platform: what is not evidence of a case is destroyed.</summary>
public interface IPostWithdrawal
{
    /// <summary>Destroys the words, clear and masked, of posts that their authors or the platform took back, unless a case or an alert rests on them. Unknown ids are passed over.</summary>
    /// <returns>How many posts were emptied.</returns>
    Task<int> WithdrawAsync(string source, IReadOnlyList<string> nativeIds, CancellationToken cancellationToken);
}
