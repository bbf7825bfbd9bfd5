using Fraud.Accounts;
using Fraud.Storage.Sql;

namespace Fraud.Storage.Accounts;

/// <summary>Accounts in the database.</summary>
internal sealed class AccountStore(Database database) : IAccountStore
{
    private const string Columns = "Name, Role, PasswordHash, MustChangePassword, Disabled, SecurityStamp";

    public async Task<Account?> FindAsync(string name, CancellationToken cancellationToken)
    {
        var row = await database.ReadAsync(s => s.FirstAsync<AccountRow>($"SELECT {Columns} FROM Account WHERE Name = @name", new { name }), cancellationToken);
        return row?.ToAccount();
    }

    public async Task<IReadOnlyList<Account>> ListAsync(CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(s => s.ListAsync<AccountRow>($"SELECT {Columns} FROM Account ORDER BY Name"), cancellationToken);
        return [.. rows.Select(r => r.ToAccount())];
    }

    public Task SaveAsync(Account account, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(account);
        var args = new { account.Name, Role = (int)account.Role, account.PasswordHash, account.MustChangePassword, account.Disabled, account.SecurityStamp };
        return database.WriteAsync(
            async s => await s.ExecuteAsync(
                $"""
                UPDATE Account{s.Dialect.UpsertHint}
                SET Role = @Role, PasswordHash = @PasswordHash, MustChangePassword = @MustChangePassword, Disabled = @Disabled, SecurityStamp = @SecurityStamp
                WHERE Name = @Name
                """,
                args) > 0 ? 1 : await s.ExecuteAsync($"INSERT INTO Account ({Columns}) VALUES (@Name, @Role, @PasswordHash, @MustChangePassword, @Disabled, @SecurityStamp)", args),
            cancellationToken);
    }

    private sealed class AccountRow
    {
        public string Name { get; init; } = "";

        public int Role { get; init; }

        public string PasswordHash { get; init; } = "";

        public bool MustChangePassword { get; init; }

        public bool Disabled { get; init; }

        public string SecurityStamp { get; init; } = "";

        public Account ToAccount() => new()
        {
            Name = Name,
            Role = (AccountRole)Role,
            PasswordHash = PasswordHash,
            MustChangePassword = MustChangePassword,
            Disabled = Disabled,
            SecurityStamp = SecurityStamp,
        };
    }
}
