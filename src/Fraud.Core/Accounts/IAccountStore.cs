namespace Fraud.Accounts;

/// <summary>Accounts by name.</summary>
public interface IAccountStore
{
    /// <summary>The account; null when there is none.</summary>
    Task<Account?> FindAsync(string name, CancellationToken cancellationToken);

    /// <summary>All accounts by name.</summary>
    Task<IReadOnlyList<Account>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Adds or replaces an account.</summary>
    Task SaveAsync(Account account, CancellationToken cancellationToken);
}
